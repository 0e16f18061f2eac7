import type { JSX } from 'preact'
import { Icon, type IconName } from '../../display/shared/icons.tsx'
import { OwnName } from '../shared/own-name.tsx'
import { Ridge } from '../shared/ridge.tsx'
import { openPlain, plainName, plainWanted } from './find/kinds.ts'
import { facts } from './hall-facts.ts'
import { LowFacts } from './modes/low-facts.tsx'
import { say as sayMode } from './modes/words.ts'
import { noticeIn } from './notice-words.ts'
import { hallNow } from './queue-now.ts'
import type { Session } from './session.ts'
import { language } from '../../display/shared/page-words.ts'
import { type Word, say } from './words.ts'

const CHIPS = 4
const tiles: { to: 'checkin' | 'flows' | 'progress' | 'plan' | 'notices'; icon: IconName; word: Word }[] = [
  { to: 'checkin', icon: 'appointment', word: 'checkinTile' },
  { to: 'flows', icon: 'flow', word: 'usefulTile' },
  { to: 'progress', icon: 'list', word: 'progress' },
  { to: 'plan', icon: 'map', word: 'planTile' },
  { to: 'notices', icon: 'notice', word: 'notices' },
]

/** Without appointments and numbers from outside there is nothing to check in for. */
const isOffered = ({ to }: (typeof tiles)[number]): boolean =>
  to !== 'checkin' || facts.value.booking || facts.value.remoteNumbers

export function HomeScreen({ session }: { session: Session }): JSX.Element {
  const { press, terminal, queues, whyNoNumber, whyOffline, low } = session
  // Nobody can be called while the gateway is away.
  const isAway = whyOffline.value !== null
  const popular = plainWanted(CHIPS)
  const notice = terminal.value?.notices[0]
  return (
    <main class="screen home">
      <div class="above">
        <h1 class="serif">{say('greeting')}</h1>
        <p class="hint">
          {language.value === 'mn-Mong'
            ? say('mongolFallback')
            : isAway
              ? say('offlineHint')
              : low.value
                ? sayMode('lowHint')
                : say('greetingHint')}
        </p>
        {low.value && !isAway && <LowFacts session={session} />}
        <div class="ridge">
          <Ridge width={1080} height={260} />
        </div>
      </div>
      <div class="below">
        <div class="two">
          <button type="button" class="hero find" onClick={() => press({ type: 'search' })}>
            <Icon name="search" size={92} stroke={1.35} />
            <b class="serif">{say('find')}</b>
            {language.value !== 'en' && <span class="num">What to bring, where to go</span>}
            <span>{say('findSub')}</span>
          </button>
          <button
            type="button"
            class="hero take"
            disabled={whyOffline.value !== null}
            onClick={() => press({ type: 'queues' })}
          >
            <Icon name="ticket" size={92} stroke={1.35} />
            <b class="serif">{say('take')}</b>
            {language.value !== 'en' && <span class="num">Take a number</span>}
            <span>{whyNoNumber.value ?? hallNow(queues.value) ?? say('takeSub')}</span>
          </button>
        </div>
        <div class="four">
          {tiles.filter(isOffered).map(({ to, icon, word }) => (
            <button
              type="button"
              class="tile"
              key={to}
              disabled={(to === 'progress' || to === 'checkin') && whyOffline.value !== null}
              onClick={() => press({ type: to })}
            >
              <Icon name={icon} size={64} stroke={1.5} />
              <b>{say(word)}</b>
            </button>
          ))}
        </div>
        <div class="caption">{say('often')}</div>
        <div class="chips">
          {popular.map((entry) => (
            <button type="button" key={entry.id} onClick={() => press(openPlain(entry))}>
              <OwnName of={{ name: plainName(entry.name), nameEn: entry.nameEn }} />
            </button>
          ))}
        </div>
        {notice && (
          <p class="notice">
            <Icon name="notice" size={40} />
            <span {...noticeIn(notice)} />
          </p>
        )}
        <div class="languages">
          <button
            type="button"
            aria-pressed={language.value === 'zh-Hans'}
            onClick={() => void (language.value = 'zh-Hans')}
          >
            {language.value === 'zh-Hans' && <Icon name="check" size={40} stroke={2} />}
            {say('chinese')}
          </button>
          <button type="button" aria-pressed={language.value === 'en'} onClick={() => void (language.value = 'en')}>
            {language.value === 'en' && <Icon name="check" size={40} stroke={2} />}
            English
          </button>
          <button
            type="button"
            aria-pressed={language.value === 'mn-Mong'}
            onClick={() => void (language.value = 'mn-Mong')}
          >
            <span class="mong" lang="mn-Mong">
              ᠮᠣᠩᠭᠣᠯ
            </span>
            <span class="beside">
              {say('mongol')}
              <small>{say('mongolUnreviewed')}</small>
            </span>
          </button>
        </div>
      </div>
    </main>
  )
}
