import { useSignalEffect } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { after } from '../../../gateway/client/page-clock.ts'
import type { Session } from '../session.ts'
import type { ReadOut } from './read-out.ts'
import { controlSentences, screenSentences } from './screen-sentences.ts'

/** So long a screen has to fill itself: a guide comes from the gateway. */
const SETTLED_MS = 700
/** Keys that belong to reading do not end it. */
const READING_KEYS = '[data-reading]'
const LIFTS = ['pointerup', 'pointercancel'] as const

export interface Reading {
  /** From the start, what stands on the screen now. */
  read(): void
  stop(): void
  /** What the keypad's frame has come to, where somebody listens by earphones. */
  readControl(control: Element): void
  earphones(isIn: boolean): void
}

/**
 * Reads the terminal aloud: when asked to; by itself in large letters and for whoever has earphones in, at each new screen and question.
 * A touch or a key ends it at once, and so does leaving.
 */
export function useReadAloud(session: Session, isAsking: boolean): Reading {
  const { aloud, id, where, elder, language } = session
  const asking = useRef(isAsking)
  asking.current = isAsking
  const reading = useMemo(() => {
    // Whoever listens is there; but the question whether somebody is there must not answer itself.
    const listens = (): void => {
      if (!asking.current) session.touch()
    }
    let cut = new AbortController()
    let voices: Promise<ReadOut> | null = null
    // Most visitors never hear it: the voices come with the first reading.
    const open = (): Promise<ReadOut> =>
      (voices ??= import('./read-out.ts').then(({ openReadOut }) => openReadOut(id, aloud, listens)))
    const hush = (): void => cut.abort()
    const settle = (): void => {
      if (cut.signal.aborted) aloud.isReading.value = false
    }
    function stop(): void {
      hush()
      settle()
    }
    async function say(sentences: () => readonly string[]): Promise<void> {
      stop()
      const own = new AbortController()
      cut = own
      aloud.lacks.value = false
      aloud.isReading.value = true
      const out = await open()
      if (!own.signal.aborted) await out.read(sentences(), own.signal)
      if (!own.signal.aborted) aloud.isReading.value = false
    }
    const mayRead = (): boolean => aloud.outlet.value !== 'earphones-lost'
    return {
      hush,
      settle,
      stop,
      read: () => void (mayRead() && say(screenSentences)),
      readControl: (control: Element) =>
        void (aloud.outlet.value === 'earphones' && say(() => controlSentences(control))),
      async earphones(isIn: boolean): Promise<void> {
        stop()
        const out = await open()
        if (!isIn) {
          await out.toLoudspeaker()
          aloud.outlet.value = 'loudspeaker'
          return aloud.leave()
        }
        aloud.outlet.value = (await out.toEarphones()) ? 'earphones' : 'earphones-lost'
        if (aloud.outlet.value === 'earphones') void say(screenSentences)
      },
      close: () => void voices?.then((out) => out.close()),
    }
  }, [session])

  useEffect(() => {
    const touched = (event: Event): void => {
      if (!(event.target instanceof Element && event.target.closest(READING_KEYS))) reading.hush()
    }
    // The dock changes after the press has reached its key: nothing may move away under a finger.
    const lifted = (): void => void after(0, reading.settle)
    const typed = (): void => reading.stop()
    addEventListener('pointerdown', touched, { capture: true })
    for (const end of LIFTS) addEventListener(end, lifted)
    addEventListener('keydown', typed, { capture: true })
    return () => {
      removeEventListener('pointerdown', touched, { capture: true })
      for (const end of LIFTS) removeEventListener(end, lifted)
      removeEventListener('keydown', typed, { capture: true })
      reading.stop()
      reading.close()
    }
  }, [reading])
  // A new screen: what was read of the old one ends, and in large letters the new one begins.
  useSignalEffect(() => {
    const { value, context } = where.value
    void [value, context.matterId, context.flowId, context.list, context.ticket, Object.keys(context.answers).length]
    void language.value
    const byItself = elder.value || aloud.outlet.value === 'earphones'
    reading.stop()
    if (byItself) return after(SETTLED_MS, reading.read)
  })
  useEffect(() => {
    if (isAsking && (elder.peek() || aloud.outlet.peek() === 'earphones')) reading.read()
  }, [isAsking])
  return reading
}
