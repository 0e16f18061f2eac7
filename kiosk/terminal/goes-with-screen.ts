import type { Signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** What was typed goes from memory with its screen: the browser keeps a field that was written in, and what hangs on it, for its own way back. */
export function useGoesWithScreen(...typed: readonly Signal<string>[]): void {
  useEffect(
    () => () => {
      for (const one of typed) one.value = ''
    },
    [],
  )
}
