import { clockAt } from '../../gateway/contract/hall-time.ts'
import { closedWords } from '../../gateway/contract/closed-words.ts'
import type { ShownMedia } from '../../gateway/contract/notice.ts'
import type { PanelView } from '../../gateway/contract/display-views.ts'
import type { Palette } from './palette.ts'
import { type LedLanguage, wordsOf } from './words.ts'

/** What a panel is about at this moment, before anything is drawn. */
export type Scene =
  | { kind: 'emergency'; title: string; lines: string[] }
  | { kind: 'calls'; calls: { number: string; counterId: string }[]; fresh: boolean; languages: LedLanguage[] }
  /** One line for each language. */
  | { kind: 'strip'; lines: string[]; tone: keyof Palette }
  /** `pages`: what stands together, for each language by itself. */
  | { kind: 'idle'; pages: string[][]; notices: string[]; media: readonly ShownMedia[] }

const RECENT_MS = 60_000
const FRESH_MS = 6_000
const MINUTE_MS = 60_000

/** The scene and until when it holds if nothing happens. An emergency hides calls; a call hides the welcome for a minute. */
export function sceneOf(
  { hall, panel, calls, notices, media, waiting, counter, notNow, emergency }: PanelView,
  now: number,
): { scene: Scene; until: number } {
  const nextMinute = (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS
  if (emergency) {
    const { title, titleEn, lines } = emergency
    return {
      scene: { kind: 'emergency', title, lines: titleEn === null ? lines : [...lines, titleEn] },
      until: Number.POSITIVE_INFINITY,
    }
  }
  const languages: LedLanguage[] = panel.order.includes('en') ? ['zh-Hans', 'en'] : ['zh-Hans']
  const ended = closedWords(notNow)
  const endedIn = (language: LedLanguage) => (language === 'en' ? closedWords(notNow, true) : ended)
  const isOver = ({ state, waiting: left }: NonNullable<PanelView['counter']>): boolean =>
    state === 'closed' || (state === 'open' && left === 0)
  const recent = newestOfEach(calls.filter(({ calledAt }) => now - calledAt < RECENT_MS))
  const newest = recent[0]
  const fresh = newest !== undefined && now - newest.calledAt < FRESH_MS
  if (counter && !counter.called) {
    const { ticket, state, id } = counter
    const lineIn = (language: LedLanguage): string => {
      const say = wordsOf(language)
      const over = endedIn(language)
      if (ticket !== null) return say('serving', { number: ticket })
      if (isOver(counter) && over !== null && over.why !== 'last-ticket') return over.state
      if (state === 'open') return say('counterPlain', { counter: id })
      return say(state)
    }
    return {
      scene: { kind: 'strip', lines: languages.map(lineIn), tone: ticket === null ? 'quiet' : 'words' },
      until: Number.POSITIVE_INFINITY,
    }
  }
  if (newest) {
    const until = fresh ? newest.calledAt + FRESH_MS : Math.min(...recent.map(({ calledAt }) => calledAt + RECENT_MS))
    return {
      scene: { kind: 'calls', calls: recent.map(({ number, counterId }) => ({ number, counterId })), fresh, languages },
      until,
    }
  }
  // Whoever still waits is counted until the last has gone.
  const clock = clockAt(now, hall.timeZone)
  const linesIn = (language: LedLanguage): string[] => {
    const over = endedIn(language)
    if (over !== null && waiting === 0) return [over.state, over.opens].filter((line) => line !== '')
    // The welcome is the hall's own, in its own words.
    return [...(language === 'en' ? [] : [panel.welcome]), wordsOf(language)('waiting', { clock, people: waiting })]
  }
  const told = notices.flatMap(({ text, textEn }) => [
    text,
    ...(languages.includes('en') && textEn !== null ? [textEn] : []),
  ])
  return { scene: { kind: 'idle', pages: languages.map(linesIn), notices: told, media }, until: nextMinute }
}

/**
 * What is shown, as a text to compare. `calm` leaves out what may wait until the film has come to its end: the clock and how many
 * wait. A film that is begun anew for those never comes to its end.
 */
export const sceneKeys = (scene: Scene): { whole: string; calm: string } => ({
  whole: JSON.stringify(scene),
  calm: JSON.stringify(scene.kind === 'idle' ? { ...scene, pages: [] } : scene),
})

function newestOfEach<T extends { number: string }>(calls: readonly T[]): T[] {
  return calls.filter(({ number }, nth) => calls.findIndex((one) => one.number === number) === nth)
}
