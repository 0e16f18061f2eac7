import type { JSX } from 'preact'
import { Icon, type IconName } from '../../display/shared/icons.tsx'
import { type Named, OwnName, nameIn } from '../shared/own-name.tsx'
import { chipsThatFit } from './chips-that-fit.ts'
import { Ridge } from '../shared/ridge.tsx'
import { openPlain, plainName, plainWanted } from './find/kinds.ts'
import { facts } from './hall-facts.ts'
import { LowFacts } from './modes/low-facts.tsx'
import { say as sayMode } from './modes/words.ts'
import { checkedWord } from '../../display/shared/checked-words.ts'
import { reachesHome } from './mongol/upright-screens.ts'
import { noticeIn } from './notice-words.ts'
import { hallNow } from './queue-now.ts'
import type { Session } from './session.ts'
import { language } from '../../display/shared/page-words.ts'
import { inEnglish, say } from './words.ts'

/** Lying, they fill the half beside the keys. */
const CHIPS_WIDE = 8
/** Upright they stand in two rows, in the low position in one. */
const CHIPS = 5
const CHIP_ROWS = 2
const tiles: {
  to: 'checkin' | 'flows' | 'progress' | 'plan' | 'notices'
  icon: IconName
  word: Parameters<typeof inEnglish>[0]
}[] = [
  { to: 'checkin', icon: 'appointment', word: 'checkinTile' },
  { to: 'flows', icon: 'flow', word: 'usefulTile' },
  { to: 'progress', icon: 'list', word: 'progress' },
  { to: 'plan', icon: 'map', word: 'planTile' },
  { to: 'notices', icon: 'notice', word: 'notices' },
]

/** Without appointments and numbers from outside there is nothing to check in for. */
const isOffered = ({ to }: (typeof tiles)[number]): boolean =>
  to !== 'checkin' || facts.value.booking || facts.value.remoteNumbers

const plainly = ({ name, nameEn }: Named): Named => ({ name: plainName(name), nameEn })

export function HomeScreen({ session, wide }: { session: Session; wide: boolean }): JSX.Element {
  const { press, terminal, queues, whyNoNumber, whyOffline, low } = session
  const isAway = session.isAway.value
  const isEnglish = language.value === 'en'
  const notice = terminal.value?.notices[0]
  const often = (
    <>
      <div class="caption">{say('often')}</div>
      <div class="chips">
        {(wide
          ? plainWanted(isEnglish ? CHIPS_WIDE - 2 : CHIPS_WIDE)
          : chipsThatFit(plainWanted(2 * CHIPS), CHIPS, low.value ? 1 : CHIP_ROWS, (entry) => nameIn(plainly(entry)))
        ).map((entry) => (
          <button type="button" key={entry.id} onClick={() => press(openPlain(entry))}>
            <OwnName of={plainly(entry)} />
          </button>
        ))}
      </div>
    </>
  )
  return (
    <main class="screen home">
      <div class="above">
        <h1 class="serif">{say('greeting')}</h1>
        <p class="hint">{isAway ? say('offlineHint') : low.value ? sayMode('lowHint') : say('greetingHint')}</p>
        {low.value && !isAway && <LowFacts session={session} />}
        <div class="ridge">
          <Ridge width={wide ? 1920 : 1080} height={260} />
        </div>
        {wide && often}
      </div>
      <div class="below">
        <div class="two">
          <button type="button" class="hero find" onClick={() => press({ type: 'search' })}>
            <Icon name="search" size={92} stroke={1.35} />
            <b class="serif">{say('find')}</b>
            {!isEnglish && <span class="num">{inEnglish('findShort')}</span>}
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
            {!isEnglish && <span class="num">{inEnglish('take')}</span>}
            <span>
              {(isAway || terminal.value ? whyNoNumber.value : null) ?? hallNow(queues.value) ?? say('takeSub')}
            </span>
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
              <Icon name={icon} size={60} stroke={1.5} />
              <b>{say(word)}</b>
              {!isEnglish && <small class="num">{inEnglish(word)}</small>}
            </button>
          ))}
        </div>
        {!wide && often}
        {notice && (
          <p class="notice">
            <Icon name="notice" size={40} />
            <span {...noticeIn(notice)} />
          </p>
        )}
        <div class="languages">
          <button
            type="button"
            lang="zh-Hans"
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
          {facts.value.languages.includes('mn-Mong') && reachesHome.value && (
            <button type="button" aria-pressed={false} onClick={() => void (language.value = 'mn-Mong')}>
              <span class="mong" lang="mn-Mong">
                {checkedWord('terminal', 'mongol')}
              </span>
              <span class="beside">{say('mongol')}</span>
            </button>
          )}
        </div>
      </div>
    </main>
  )
}
