import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { accessToken } from '../../../gateway/client/access.ts'
import type { Reading } from '../read/use-read-aloud.ts'
import { ask, withFields } from '../../../gateway/client/ask.ts'
import type { ScanAnswer, SignalsView } from '../../../gateway/contract/signals.ts'
import type { Session } from '../session.ts'
import { inWords } from '../refusal-words.ts'
import { say } from '../words.ts'
import { effectOf } from './hear-scan.ts'
import { moveFocus } from './move-focus.ts'
import { readWedge } from './read-wedge.ts'
import { after, ticks } from '../../../gateway/client/page-clock.ts'

const NOTE_MS = 8_000

/** Asks the gateway what a code is that a scanner typed into the page; null = out of reach. */
async function askScan(id: string, text: string): Promise<ScanAnswer | null> {
  const madeAt = ticks()
  const token = await accessToken('terminal', id)
  const answer = await ask(`/api/v1/terminals/${id}/scan`, withFields<ScanAnswer>('kind'), {
    body: { text },
    token,
    madeAt,
  })
  return answer.ok ? answer.body : null
}

/** Scanner and keypad of this terminal, plugged in anywhere or typing into the page. Gives the sentence that stands until it is forgotten. */
export function useDevices(session: Session, reading: Reading): ReadonlySignal<string | null> {
  const note = useSignal<string | null>(null)
  const seen = useSignal(0)
  const { hall, id } = session
  function hear(scan: ScanAnswer | null): void {
    session.touch()
    const effect = scan === null ? { word: 'scanAway' as const } : effectOf(scan)
    note.value = 'press' in effect ? null : 'word' in effect ? say(effect.word) : inWords(effect.refused)
    if ('press' in effect) session.press(effect.press)
  }
  useSignalEffect(() => {
    const signals = hall.view<SignalsView>(`signals:${id}`).value?.signals ?? []
    for (const signal of signals.filter(({ nth }) => nth > seen.peek())) {
      seen.value = signal.nth
      if (signal.type === 'scan') hear(signal.scan)
      else if (signal.type === 'card') session.card.hear(signal)
      else {
        session.touch()
        moveFocus(signal.key, {
          back: () => session.press({ type: 'back' }),
          help: session.callGuide,
          aloud: session.aloud,
          reading,
        })
      }
    }
  })
  useSignalEffect(() => {
    if (note.value === null) return
    return after(NOTE_MS, () => void (note.value = null))
  })
  useEffect(() => {
    const wedge = readWedge()
    const listen = (event: KeyboardEvent): void => {
      const { code, isScanner } = wedge.feed(event.key, event.timeStamp)
      if (!isScanner) return
      event.preventDefault()
      event.stopPropagation()
      if (code === null) return
      const own = session.visit()
      void askScan(id, code).then((scan) => own.aborted || hear(scan))
    }
    const touched = (): void => {
      note.value = null
      delete document.documentElement.dataset.keypad
    }
    addEventListener('keydown', listen, { capture: true })
    addEventListener('pointerdown', touched)
    return () => {
      removeEventListener('keydown', listen, { capture: true })
      removeEventListener('pointerdown', touched)
    }
  }, [id])
  return note
}
