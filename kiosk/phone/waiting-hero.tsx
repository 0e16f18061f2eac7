import type { JSX } from 'preact'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'
import { notCallingShort } from '../../gateway/contract/not-calling-words.ts'
import { waitWords } from '../../gateway/contract/wait-words.ts'
import { counterRanges } from '../../gateway/contract/counter-ranges.ts'
import { isInLine } from './own-turn.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { language } from '../../display/shared/page-words.ts'
import { ridgeLine } from '../shared/ridge.tsx'
import { say } from './words.ts'

interface Props {
  view: TrackView
  clock: (at: number) => string
  /** What is said of a number that does not wait; null = it waits. */
  sentence: string | null
  /** 1 楼 C 区, null = not known yet. */
  place: string | null
  heardAt: number
}

/** The own number is the largest; below it how long it may take, or what has become of it. */
export function WaitingHero({ view, clock, sentence, place, heardAt }: Props): JSX.Element {
  const inLine = isInLine(view)
  const counters = view.where[0]?.counters ?? []
  return (
    <section class={`number ${view.state}`} aria-label={say('yourNumber')}>
      <div class="line">
        <span>{say('yourNumber')}</span>
        <span>{say('taken', { clock: clock(view.takenAt) })}</span>
      </div>
      <b class="num big">{view.number}</b>
      {sentence !== null ? (
        <p class="sentence">{sentence}</p>
      ) : (
        <div class="facts">
          <div>
            <span>{say('ahead')}</span>
            <b class="num">{view.ahead}</b> {say('people')}
          </div>
          <div>
            <span>{say('wait')}</span>
            <WaitTold view={view} />
          </div>
        </div>
      )}
      {inLine && view.appointmentAt !== null && (
        <p class="hour-note">{say('appointment', { clock: clock(view.appointmentAt) })}</p>
      )}
      {inLine && view.lateFor !== null && <p class="hour-note">{say('late', { clock: clock(view.lateFor) })}</p>}
      <div class="line foot">
        <span>
          {place !== null && counters.length > 0 && (
            <>
              <Icon name="place" size={16} />
              {say('place', { place, counters: counterRanges(counters) })}
            </>
          )}
        </span>
        {inLine && <span>{say('updated', { clock: clock(heardAt) })}</span>}
      </div>
      {inLine && <HeroRidge />}
    </section>
  )
}

const RIDGE = { width: 430, height: 40 }
const hills = [
  { top: 10, wave: 5, seed: 1.3, colour: '#1E6070' },
  { top: 22, wave: 5, seed: 2.9, colour: '#0F4450' },
]

/** The line of 大青山 at the foot of the card, behind no words. */
const HeroRidge = (): JSX.Element => (
  <svg class="hero-ridge" viewBox={`0 0 ${RIDGE.width} ${RIDGE.height}`} preserveAspectRatio="none" aria-hidden="true">
    {hills.map((hill) => (
      <path key={hill.seed} fill={hill.colour} d={ridgeLine(hill, RIDGE.width, RIDGE.height)} />
    ))}
  </svg>
)

/** Digits with their unit, or words alone; what cannot be known is said so. */
function WaitTold({ view: { wait, notCalling } }: { view: TrackView }): JSX.Element {
  const why = notCallingShort(notCalling, language.value === 'en')
  if (why !== null) return <b class="later">{why}</b>
  const told = waitWords(wait, language.value === 'en')
  if (told === null) return <b class="later">{say('unknownWait')}</b>
  if (told.unit === '') return <b class="later">{told.value}</b>
  return (
    <>
      <b class="num">{told.value}</b> {told.unit}
    </>
  )
}
