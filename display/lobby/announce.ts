import type { CallView } from '../../gateway/contract/views.ts'
import { type CallOutEvent, type CallOutState, type CallOuts, nextCallOut, noCallOuts, settledOf, takeUp } from './call-out.ts'
import { phraseOf } from './phrase.ts'
import type { Speaker } from './speaker.ts'

const GAP_MS = 500
/** So long a call stands large when nothing is said. */
const SHOWN_MS = 3_500
const KEPT = 'tingshi:spoken'

/** Diagnostics hook: each clip at its start. `heard` is false where the browser gives no sound and only the time passes. */
export interface ClipDetail {
  clip: string
  callId: string
  heard: boolean
}

export interface Manner {
  /** 0–1. */
  volume: number
  times: number
  /** While so many wait, each is said once only. */
  onceFrom: number
}

export interface Stage {
  speaker: Speaker
  /** Outlives a reload of the page, so that nothing is called out twice. */
  memory: Pick<Storage, 'getItem' | 'setItem'>
  now: () => number
  pause: (milliseconds: number) => Promise<void>
  /** How calls are said at this moment; volume 0 = they are only shown. */
  manner: () => Manner
  onSpeaking: (call: CallView | null) => void
  onClip: (detail: ClipDetail) => void
}

/** Speaks what the views bring, one call after another; a broken clip never stops the next call. */
export function openAnnouncer({ speaker, memory, now, pause, manner, onSpeaking, onClip }: Stage): { hear(calls: readonly CallView[]): void } {
  let outs: CallOuts = noCallOuts(remembered(memory))
  let state: CallOutState = 'idle'
  const step = (event: CallOutEvent): void => void (state = nextCallOut(state, event))
  const remember = (): void => {
    try {
      memory.setItem(KEPT, JSON.stringify(settledOf(outs)))
    } catch {
      // Without storage a reload may repeat a call of the last minute; that is better than silence.
    }
  }

  async function speak(): Promise<void> {
    for (let call = outs.waiting[0]; call && state === 'idle'; call = outs.waiting[0]) {
      outs = { ...outs, waiting: outs.waiting.slice(1) }
      remember()
      const { callId } = call
      const [chime = '', ...words] = phraseOf(call)
      const { volume, times, onceFrom } = manner()
      const play = (clips: readonly string[]): Promise<void> => speaker.play(clips, volume, (clip, heard) => onClip({ clip, callId, heard })).catch(() => {})
      onSpeaking(call)
      step({ type: 'call' })
      if (volume > 0) await play([chime])
      step({ type: 'ended' })
      if (volume === 0) await pause(SHOWN_MS)
      else
        for (let nth = 0; nth < (outs.waiting.length >= onceFrom ? 1 : times); nth += 1) {
          if (nth > 0) await pause(GAP_MS)
          await play(words)
        }
      step({ type: 'ended' })
      await pause(GAP_MS)
      step({ type: 'ended' })
    }
    onSpeaking(null)
  }
  return {
    hear(calls) {
      outs = takeUp(outs, calls, now())
      remember()
      if (state === 'idle' && outs.waiting.length > 0) void speak()
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
