import type { AnnouncementView } from '../../gateway/contract/announcement.ts'
import type { CallView } from '../../gateway/contract/display-views.ts'
import { announcementPhrase, phraseOf } from '../../gateway/contract/voice/phrase.ts'
import {
  beginAnnouncement,
  cutAnnouncement,
  endAnnouncement,
  nextAnnouncement,
  noTurns,
  passCall,
} from './announcement-turns.ts'
import {
  type CallOutEvent,
  type CallOutState,
  type CallOuts,
  nextCallOut,
  nextCall,
  noCallOuts,
  settledOf,
  takeUp,
} from './call-out.ts'
import { emergencyPhrases } from './voice/emergency-phrase.ts'
import type { Speaker } from './voice/speaker.ts'

const GAP_MS = 500
/** Between two languages, and between two times of an emergency. */
const BREATH_MS = 300
const REPEAT_MS = 2_000
/** So long a call stands large when nothing is said. */
const SHOWN_MS = 3_500
const KEPT = 'tingshi:spoken'

/** Diagnostics hook: each clip at its start. `heard` is false where the browser gives no sound and only the time passes. */
export interface ClipDetail {
  clip: string
  callId: string
  language: string
  heard: boolean
}
export interface Manner {
  /** 0–1; 0 = calls are only shown. */
  volume: number
  times: number
  /** While so many wait, each is said once only. */
  onceFrom: number
  /** Spoken one after the other. */
  languages: readonly string[]
  emergencyVolume: number
}
export interface Emergency {
  id: string
  spoken: string
  titleEn: string | null
}
/** What a screen's view brings to the loudspeaker. */
export interface Heard {
  calls: readonly CallView[]
  /** Ids of calls that were taken back. */
  takenBack: readonly string[]
  announcements: readonly AnnouncementView[]
  emergency: Emergency | null
}
export interface Stage {
  speaker: Pick<Speaker, 'play' | 'has'>
  /** Outlives a reload of the page, so that nothing is called out twice. */
  memory: Pick<Storage, 'getItem' | 'setItem'>
  now: () => number
  pause: (milliseconds: number) => Promise<void>
  /** How calls are said at this moment. */
  manner: () => Manner
  onSpeaking: (call: CallView | null) => void
  onClip: (detail: ClipDetail) => void
}

/**
 * Speaks what the views bring, one after another; a broken clip never stops the next call. An announcement goes before the calls that wait, its
 * repeats after them. An emergency cuts what is being said and holds everything until it is lifted; what was cut is then said from its start.
 */
export function openAnnouncer({ speaker, memory, now, pause, manner, onSpeaking, onClip }: Stage): {
  hear(heard: Heard): void
} {
  let outs: CallOuts = noCallOuts(remembered(memory))
  let calls: readonly CallView[] = []
  let announcements: readonly AnnouncementView[] = []
  let turns = noTurns([])
  let emergency: Emergency | null = null
  let state: CallOutState = 'idle'
  let cut = new AbortController()
  const step = (event: CallOutEvent): void => void (state = nextCallOut(state, event))
  const remember = (): void => {
    try {
      memory.setItem(KEPT, JSON.stringify([...turns.begun, ...settledOf(outs)]))
    } catch {
      // Without storage a reload may repeat a call of the last minute; that is better than silence.
    }
  }
  /** Says clips of one language; nothing when an emergency has come. */
  async function say(callId: string, list: readonly string[], language: string, volume: number): Promise<void> {
    const { signal } = cut
    if (signal.aborted) return
    await speaker
      .play(list, { language, volume, cut: signal }, (clip, heard) => onClip({ clip, callId, language, heard }))
      .catch(() => {})
  }
  /** The languages that have every clip; a call always keeps one, so that its time passes. */
  const spoken = (
    phrase: (language: string) => string[],
    languages: readonly string[],
  ): { language: string; list: string[] }[] =>
    languages
      .map((language) => ({ language, list: phrase(language) }))
      .filter(({ language, list }) => list.length > 0 && speaker.has(list, language))

  async function sayAll(
    id: string,
    rows: readonly { language: string; list: string[] }[],
    volume: number,
    times: () => number,
  ): Promise<void> {
    for (let nth = 0; nth < times(); nth += 1) {
      if (nth > 0) await pause(GAP_MS)
      for (const [place, { language, list }] of rows.entries()) {
        if (place > 0) await pause(BREATH_MS)
        await say(id, list, language, volume)
      }
    }
  }

  async function call(one: CallView): Promise<void> {
    const { volume, times, onceFrom, languages } = manner()
    const words = (language: string): string[] => phraseOf(one, language).slice(1)
    const able = spoken(words, languages)
    const rows = able.length > 0 ? able : languages.slice(0, 1).map((language) => ({ language, list: words(language) }))
    onSpeaking(one)
    step({ type: 'call' })
    if (volume > 0) await say(one.callId, ['chime'], languages[0] ?? 'zh-Hans', volume)
    step({ type: 'ended' })
    if (volume === 0) await pause(SHOWN_MS)
    else await sayAll(one.callId, rows, volume, () => (outs.waiting.length >= onceFrom ? 1 : times))
    step({ type: 'ended' })
  }
  async function announce(one: AnnouncementView, withChime: boolean): Promise<void> {
    const { volume, languages } = manner()
    const rows = spoken((language) => announcementPhrase(one.spoken[language] ?? [], language), languages)
    if (volume === 0 || rows.length === 0) return
    onSpeaking(null)
    step({ type: 'call' })
    if (withChime) await say(one.announcementId, ['chime'], languages[0] ?? 'zh-Hans', volume)
    step({ type: 'ended' })
    await sayAll(one.announcementId, rows, volume, () => 1)
    step({ type: 'ended' })
  }

  /** `busy` and not the state says whether a row is under way: an emergency changes the state in the middle of it. */
  let busy = false
  /** What was said last: a repeat that follows at once needs no second chime. */
  let last: string | null = null
  async function speak(): Promise<void> {
    if (busy) return
    busy = true
    for (;;) {
      if (emergency) {
        onSpeaking(null)
        await takeover(emergency)
        continue
      }
      if (state === 'takeover') step({ type: 'lifted' })
      if (cut.signal.aborted) cut = new AbortController()
      const { next, outs: behind } = nextCall(outs, calls, now())
      const announcement = nextAnnouncement(turns, announcements, now(), next !== null)
      if (announcement) {
        turns = beginAnnouncement(turns, announcement.announcementId)
        remember()
        await announce(announcement, last !== announcement.announcementId)
        last = announcement.announcementId
        turns = cut.signal.aborted
          ? cutAnnouncement(turns, announcement.announcementId)
          : endAnnouncement(turns, announcement, outs.waiting.length)
      } else if (next) {
        outs = behind
        remember()
        await call(next)
        last = next.callId
        if (cut.signal.aborted) outs = { ...outs, waiting: [next, ...outs.waiting] }
        else turns = passCall(turns)
      } else break
      await pause(GAP_MS)
      step({ type: 'ended' })
    }
    onSpeaking(null)
    busy = false
  }
  /** Alarm and sentences over and over, as long as it is there; the time of day does not make it quiet. */
  async function takeover(one: Emergency): Promise<void> {
    const own = new AbortController()
    cut = own
    const { emergencyVolume, languages } = manner()
    if (emergencyVolume > 0 && languages.length > 0) {
      await say(one.id, ['alarm'], 'zh-Hans', emergencyVolume)
      for (const [place, { language, list }] of emergencyPhrases(one, languages).entries()) {
        if (place > 0) await pause(BREATH_MS)
        await say(one.id, list, language, emergencyVolume)
      }
    }
    await pause(REPEAT_MS)
    if (emergency?.id !== one.id) own.abort()
  }

  return {
    hear(heard) {
      calls = heard.calls
      outs = takeUp(outs, calls, now(), heard.takenBack)
      announcements = heard.announcements
      remember()
      if (heard.emergency?.id !== emergency?.id) {
        cut.abort()
        emergency = heard.emergency
        if (emergency) step({ type: 'emergency' })
      }
      void speak()
    },
  }
}

function remembered(memory: Stage['memory']): string[] {
  try {
    const kept: unknown = JSON.parse(memory.getItem(KEPT) ?? '[]')
    return Array.isArray(kept) ? kept.filter((callId) => typeof callId === 'string') : []
  } catch {
    return []
  }
}
