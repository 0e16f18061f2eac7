import type { JSX } from 'preact'
import { Icon, type IconName } from '../../../display/shared/icons.tsx'
import { language } from '../../../display/shared/page-words.ts'
import { Ridge } from '../../shared/ridge.tsx'
import { facts } from '../hall-facts.ts'
import { hallNow } from '../queue-now.ts'
import type { Session } from '../session.ts'
import { say } from '../words.ts'
import { BothWords } from './both-words.tsx'
import { allChecked } from '../../../display/shared/checked-words.ts'
import './mongol.css'

const tiles: {
  to: 'checkin' | 'progress' | 'plan' | 'notices'
  icon: IconName
  word: 'checkinTile' | 'progress' | 'planTile' | 'notices'
}[] = [
  { to: 'checkin', icon: 'appointment', word: 'checkinTile' },
  { to: 'progress', icon: 'list', word: 'progress' },
  { to: 'plan', icon: 'map', word: 'planTile' },
  { to: 'notices', icon: 'notice', word: 'notices' },
]

/** Home in Mongolian (mockup terminal-mn): columns from left to right, boxes sized by their height, numbers lying in a block of their own. */
export function MongolHome({ session }: { session: Session }): JSX.Element {
  const { press, queues, whyNoNumber, whyOffline } = session
  const isAway = whyOffline.value !== null
  const column = (
    name: string,
    icon: IconName,
    word: (typeof tiles)[number]['word'] | 'find' | 'take',
    isOff: boolean,
    onPress: () => void,
  ): JSX.Element => (
    <button type="button" class={`mongol-column ${name}`} key={name} disabled={isOff} onClick={onPress}>
      <Icon name={icon} size={name === 'find' || name === 'take' ? 84 : 56} stroke={1.5} />
      <BothWords part="terminal" name={word} chinese={say(word)} />
    </button>
  )
  return (
    <main class="screen mongol-home">
      <div class="above">
        <h1 class="only-heard">{say('greeting')}</h1>
        <span class="upright serif hall-name" lang="zh-Hans">
          {facts.value.name}
        </span>
        <div class="ridge">
          <Ridge width={1080} height={300} />
        </div>
      </div>
      <div class="below">
        <div class="mongol-columns">
          {column('find', 'search', 'find', false, () => press({ type: 'search' }))}
          {column('take', 'ticket', 'take', isAway, () => press({ type: 'queues' }))}
          {tiles
            .filter(({ to }) => to !== 'checkin' || facts.value.booking || facts.value.remoteNumbers)
            .map(({ to, icon, word }) =>
              column(to, icon, word, isAway && (to === 'checkin' || to === 'progress'), () => press({ type: to })),
            )}
        </div>
        <p class="card mongol-wait" lang="zh-Hans">
          <Icon name="clock" size={56} />
          <b>{whyNoNumber.value ?? hallNow(queues.value) ?? say('takeSub')}</b>
          {!allChecked.value && <i class="tag amber">{say('mongolFallback')}</i>}
        </p>
        <div class="languages">
          <button type="button" aria-pressed={true}>
            <span class="mong" lang="mn-Mong">
              ᠮᠣᠩᠭᠣᠯ
            </span>
            <Icon name="check" size={40} stroke={2} />
          </button>
          <button type="button" lang="zh-Hans" onClick={() => void (language.value = 'zh-Hans')}>
            {say('chinese')}
          </button>
          <button type="button" lang="en" onClick={() => void (language.value = 'en')}>
            English
          </button>
        </div>
      </div>
    </main>
  )
}
