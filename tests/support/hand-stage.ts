import { type ClipDetail, type Heard, openAnnouncer } from '../../display/lobby/announce.ts'
import type { CallView } from '../../gateway/contract/display-views.ts'
import { NOW, call } from '../fixtures/views/display.ts'

/** Calls a millisecond apart, the newest first, as views have them. */
export const manyCalls = (count: number, from = 0): CallView[] =>
  Array.from({ length: count }, (_, nth) =>
    call({
      callId: `c${from + nth}`,
      number: `A${String(from + nth).padStart(3, '0')}`,
      calledAt: NOW - 1_000 + from + nth,
    }),
  ).reverse()

/** A loudspeaker whose clips end when the test says so. */
export function handStage(
  given: {
    kept?: string
    now?: number
    breaks?: boolean
    volume?: number
    times?: number
    languages?: string[]
    english?: boolean
  } = {},
) {
  const kept = new Map(given.kept === undefined ? [] : [['tingshi:spoken', given.kept]])
  const ends: (() => void)[] = []
  const clips: ClipDetail[] = []
  const lit: (string | null)[] = []
  const heard: Heard = { calls: [], takenBack: [], announcements: [], emergency: null }
  let now = given.now ?? NOW
  const wait = (): Promise<void> => new Promise((done) => void ends.push(done))
  const announcer = openAnnouncer({
    speaker: {
      has: (_, language) => language === 'zh-Hans' || given.english === true,
      play: async (list, { cut }, onClip) => {
        if (given.breaks) throw new Error('the card was pulled out')
        for (const clip of list) onClip(clip, true)
        await Promise.race([wait(), new Promise<void>((done) => cut.addEventListener('abort', () => done()))])
      },
    },
    memory: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    now: () => now,
    pause: wait,
    manner: () => ({
      volume: given.volume ?? 1,
      times: given.times ?? 1,
      onceFrom: 6,
      languages: given.languages ?? ['zh-Hans'],
      emergencyVolume: 1,
    }),
    onSpeaking: (one) => void lit.push(one?.callId ?? null),
    onClip: (detail) => void clips.push(detail),
  })
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  return {
    hear: (calls: CallView[]) => announcer.hear(Object.assign(heard, { calls })),
    bring: (more: Partial<Heard>) => announcer.hear(Object.assign(heard, more)),
    /** Clips in the order begun, with their call. */
    said: () => clips.map(({ callId, clip, language }) => `${callId} ${language} ${clip}`),
    /** Lets time run until nothing is under way. */
    async finish(most = 1_000): Promise<void> {
      await settle()
      for (let nth = 0; nth < most && ends.length > 0; nth += 1) {
        ends.shift()?.()
        await settle()
      }
    },
    underWay: () => ends.length,
    chimes: () => clips.filter(({ clip }) => clip === 'chime').map(({ callId }) => callId),
    clips,
    lit,
    kept: () => kept.get('tingshi:spoken'),
    at: (time: number) => void (now = time),
  }
}
