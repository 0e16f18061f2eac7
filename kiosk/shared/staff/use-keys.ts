import { useEffect, useRef } from 'preact/hooks'

const TWICE_MS = 250

/** The name under which a key stands in a key table: ' ' is Space, letters are large; taking back is Ctrl Z as everywhere. */
export function keyName(event: Pick<KeyboardEvent, 'key'> & Partial<KeyboardEvent>): string {
  if (isUndo(event)) return 'Ctrl Z'
  if (event.key === ' ') return event.shiftKey ? 'Shift Space' : 'Space'
  return event.key.length === 1 ? event.key.toUpperCase() : event.key
}

const isUndo = ({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
  altKey,
}: Pick<KeyboardEvent, 'key'> & Partial<KeyboardEvent>): boolean =>
  (ctrlKey === true || metaKey === true) && !shiftKey && !altKey && key?.toLowerCase() === 'z'

/** Typing, an open dialog and the browser's own shortcuts keep their keys; a focused button keeps 空格 and Enter. */
export function isOurs(event: KeyboardEvent): boolean {
  if (event.repeat || event.isComposing) return false
  if ((event.ctrlKey || event.metaKey || event.altKey) && !isUndo(event)) return false
  const target = event.target instanceof HTMLElement ? event.target : null
  if (target?.closest('input, textarea, select, dialog') || document.querySelector('dialog[open]')) return false
  return !(target?.closest('button, a') && (event.key === ' ' || event.key === 'Enter'))
}

/** Keys of a whole page. A key that bounces is one press. `handle` answers whether it used the key. */
export function useKeys(handle: (key: string, event: KeyboardEvent) => boolean): void {
  const latest = useRef(handle)
  latest.current = handle
  useEffect(() => {
    let lastKey = ''
    let lastAt = Number.NEGATIVE_INFINITY
    const listen = (event: KeyboardEvent): void => {
      if (!isOurs(event)) return
      const key = keyName(event)
      const bounced = key.endsWith('Space') && key === lastKey && event.timeStamp - lastAt < TWICE_MS
      lastKey = key
      lastAt = event.timeStamp
      if (bounced || latest.current(key, event)) event.preventDefault()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
