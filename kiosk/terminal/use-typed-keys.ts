import { useEffect } from 'preact/hooks'

/** Keys of a plugged-in keyboard that go to no field: signs, `Backspace` and `Enter`. What composes a character, and shortcuts, are left alone. */
export function useTypedKeys(hear: (key: string) => void): void {
  useEffect(() => {
    const pass = (event: KeyboardEvent): void => {
      const isOther = event.isComposing || event.ctrlKey || event.metaKey || event.altKey
      if (!isOther && !(event.target instanceof HTMLInputElement)) hear(event.key)
    }
    addEventListener('keydown', pass)
    return () => removeEventListener('keydown', pass)
  }, [])
}
