import { clockAt } from '../../gateway/contract/hall-time.ts'
import { closedWords } from '../../gateway/contract/closed-words.ts'
import type { ShownMedia } from '../../gateway/contract/notice.ts'
import type { PanelView } from '../../gateway/contract/display-views.ts'
import type { Palette } from './palette.ts'

/** What a panel is about at this moment, before anything is drawn. */
export type Scene =
  | { kind: 'emergency'; title: string; lines: string[] }
  | { kind: 'calls'; calls: { number: string; counterId: string }[]; fresh: boolean }
  | { kind: 'strip'; line: string; tone: keyof Palette }
  | { kind: 'idle'; lines: string[]; notices: string[]; media: readonly ShownMedia[] }

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
  const ended = closedWords(notNow)
  const isOver = ({ state, waiting: left }: NonNullable<PanelView['counter']>): boolean =>
    state === 'closed' || (state === 'open' && left === 0)
  const recent = newestOfEach(calls.filter(({ calledAt }) => now - calledAt < RECENT_MS))
  const newest = recent[0]
  const fresh = newest !== undefined && now - newest.calledAt < FRESH_MS
  if (counter && !counter.called) {
    const line =
      counter.ticket !== null
        ? `正在办理 ${counter.ticket}`
        : isOver(counter) && ended !== null && ended.why !== 'last-ticket'
          ? ended.state
          : counter.state === 'closed'
            ? '窗口未开'
            : counter.state === 'paused'
              ? '暂停'
              : `${counter.id}号窗口`
    return {
      scene: { kind: 'strip', line, tone: counter.ticket === null ? 'quiet' : 'words' },
      until: Number.POSITIVE_INFINITY,
    }
  }
  if (newest) {
    const until = fresh ? newest.calledAt + FRESH_MS : Math.min(...recent.map(({ calledAt }) => calledAt + RECENT_MS))
    return {
      scene: { kind: 'calls', calls: recent.map(({ number, counterId }) => ({ number, counterId })), fresh },
      until,
    }
  }
  // Whoever still waits is counted until the last has gone.
  const lines =
    ended !== null && waiting === 0
      ? [ended.state, ended.opens].filter((line) => line !== '')
      : [panel.welcome, `${clockAt(now, hall.timeZone)} 等候${waiting}人`]
  return { scene: { kind: 'idle', lines, notices: notices.map(({ text }) => text), media }, until: nextMinute }
}

/**
 * What is shown, as a text to compare. `calm` leaves out what may wait until the film has come to its end: the clock and how many
 * wait. A film that is begun anew for those never comes to its end.
 */
export const sceneKeys = (scene: Scene): { whole: string; calm: string } => ({
  whole: JSON.stringify(scene),
  calm: JSON.stringify(scene.kind === 'idle' ? { ...scene, lines: [] } : scene),
})

function newestOfEach<T extends { number: string }>(calls: readonly T[]): T[] {
  return calls.filter(({ number }, nth) => calls.findIndex((one) => one.number === number) === nth)
}
