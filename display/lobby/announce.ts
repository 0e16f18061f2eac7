import type { CallView } from '../../gateway/contract/views.ts'
import { type CallOutState, type CallOuts, nextCallOut, noCallOuts, takeUp } from './call-out.ts'
import { phraseOf } from './phrase.ts'
import type { Speaker } from './speaker.ts'

const GAP_MS = 500
const KEPT = 'tingshi:spoken'

/** Diagnostics hook: each clip that really starts is told to the window, so that a person or a test can follow. */
export interface ClipDetail {
  clip: string
  callId: string
}

/** Speaks what the views bring. What was taken up is kept over a reload, so that nothing is called out twice. */
export function openAnnouncer(speaker: Speaker, now: () => number, onSpeaking: (call: CallView | null) => void): { hear(calls: readonly CallView[]): void } {
  let outs: CallOuts = noCallOuts(JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as string[])
  let state: CallOutState = 'idle'

  async function speak(): Promise<void> {
    for (let call = outs.waiting[0]; call && state === 'idle'; call = outs.waiting[0]) {
      outs = { ...outs, waiting: outs.waiting.slice(1) }
      const { callId } = call
      const [chime = '', ...words] = phraseOf(call)
      const onClip = (clip: string): void => void dispatchEvent(new CustomEvent<ClipDetail>('tingshi:clip', { detail: { clip, callId } }))
      onSpeaking(call)
      state = nextCallOut(state, { type: 'call' })
      await speaker.play([chime], onClip)
      state = nextCallOut(state, { type: 'ended' })
      await speaker.play(words, onClip)
      state = nextCallOut(state, { type: 'ended' })
      await new Promise((done) => setTimeout(done, GAP_MS))
      state = nextCallOut(state, { type: 'ended' })
    }
    onSpeaking(null)
  }
  return {
    hear(calls) {
      outs = takeUp(outs, calls, now())
      sessionStorage.setItem(KEPT, JSON.stringify(outs.known))
      if (state === 'idle' && outs.waiting.length > 0) void speak()
    },
  }
}
