import { clockAt } from '../../../gateway/contract/hall-time.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { JSX } from 'preact'
import { elapsedWords } from './time-words.ts'
import { every } from '../../../gateway/client/page-clock.ts'

/** What ticks each second writes its own text, so the page around it is not drawn again. */
export function Ticking({ words, class: name = 'num' }: { words: () => string; class?: string }): JSX.Element {
  const box = useRef<HTMLSpanElement>(null)
  const latest = useRef(words)
  latest.current = words
  useEffect(() => {
    const write = (): void => {
      const text = latest.current()
      if (box.current && box.current.textContent !== text) box.current.textContent = text
    }
    write()
    return every(1000, write)
  })
  return <span ref={box} class={name} />
}

export const Clock = ({ now, timeZone }: { now: () => number; timeZone: string }): JSX.Element => (
  <Ticking class="num staff-clock" words={() => clockAt(now(), timeZone)} />
)

export const Elapsed = ({ since, now }: { since: number; now: () => number }): JSX.Element => (
  <Ticking words={() => elapsedWords(now() - since)} />
)

/** Draws the page again from time to time, for waits written in whole minutes. */
export function useSlowTick(everyMs = 10_000): void {
  const [, turn] = useState(0)
  useEffect(() => {
    return every(everyMs, () => turn((count) => count + 1))
  }, [everyMs])
}
