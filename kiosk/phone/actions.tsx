import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'
import { Icon, type IconName } from '../../display/shared/icons.tsx'
import { type OwnTurn, isInLine } from './own-turn.ts'
import type { Ring } from './ring.ts'
import { say } from './words.ts'

interface Props {
  view: TrackView
  turn: OwnTurn
  ring: Ring
}

/** Everything that can be done, in the thumb's reach. What cannot be taken back asks once. */
export function Actions({ view, turn, ring }: Props): JSX.Element | null {
  const asking = useSignal<'later' | 'cancel' | null>(null)
  const inLine = isInLine(view)
  const called = view.state === 'called'
  if (!inLine && !called && view.state !== 'missed' && view.state !== 'held') return null
  const question = asking.value
  const isAsked = question === 'cancel' ? inLine : question === 'later' && view.later !== null
  return (
    <section class="actions" aria-label={say('actions')}>
      {turn.trouble.value !== null && (
        <p class="trouble" role="alert">
          {turn.trouble.value}
        </p>
      )}
      {isAsked && question !== null ? (
        <Question
          view={view}
          about={question}
          onNo={() => void (asking.value = null)}
          onYes={() => {
            asking.value = null
            void turn.wish(question)
          }}
        />
      ) : (
        <>
          {called && (
            <button type="button" class="main" disabled={view.coming} onClick={() => void turn.wish('coming')}>
              <Icon name={view.coming ? 'check' : 'walk'} size={26} /> {say(view.coming ? 'comingSaid' : 'coming')}
            </button>
          )}
          {inLine && !ring.isOn.value && (
            <button type="button" class="main" onClick={() => void ring.allow()}>
              <Icon name="bell" size={22} /> {say('sound')}
            </button>
          )}
          <div class="pair">
            {view.later !== null && (
              <Plain icon="clock" words={say('later')} onPress={() => void (asking.value = 'later')} />
            )}
            {inLine ? (
              <Plain icon="close" words={say('cancel')} onPress={() => void (asking.value = 'cancel')} />
            ) : (
              <Guide help={view.help} onPress={() => void turn.wish('help')} />
            )}
          </div>
        </>
      )}
    </section>
  )
}

/** Whether sound and shaking are on, to be changed with one touch. */
export function SoundRow({ ring }: { ring: Ring }): JSX.Element {
  const isOn = ring.isOn.value
  return (
    <section class={`card sound ${isOn ? 'on' : ''}`}>
      <Icon name="vibrate" size={26} />
      <b>{say(isOn ? 'soundOn' : 'soundRow')}</b>
      <button type="button" onClick={() => (isOn ? ring.silence() : void ring.allow())}>
        {say(isOn ? 'soundOff' : 'soundTurnOn')}
      </button>
    </section>
  )
}

const Plain = ({
  icon,
  words,
  onPress,
}: {
  icon: IconName
  words: string
  onPress: (() => void) | null
}): JSX.Element => (
  <button type="button" disabled={onPress === null} onClick={() => onPress?.()}>
    <Icon name={icon} size={22} /> {words}
  </button>
)

const Guide = ({ help, onPress }: { help: TrackView['help']; onPress: () => void }): JSX.Element => (
  <Plain
    icon={help === 'none' ? 'guide' : 'check'}
    words={say(help === 'none' ? 'guide' : help === 'asked' ? 'guideAsked' : 'guideComing')}
    onPress={help === 'none' ? onPress : null}
  />
)

function Question({
  view,
  about,
  onNo,
  onYes,
}: {
  view: TrackView
  about: 'later' | 'cancel'
  onNo: () => void
  onYes: () => void
}): JSX.Element {
  const { places, left } = view.later ?? { places: 0, left: 0 }
  const words = about === 'cancel' ? say('cancelAsk') : say('laterAsk', { places, left })
  return (
    <div class="ask" role="alertdialog" aria-label={words}>
      <p>{words}</p>
      <div class="pair">
        <button type="button" class="main" onClick={onNo}>
          {say(about === 'cancel' ? 'cancelNo' : 'laterNo')}
        </button>
        <button type="button" onClick={onYes}>
          {about === 'cancel' ? say('cancelYes') : say('laterYes', { places })}
        </button>
      </div>
    </div>
  )
}
