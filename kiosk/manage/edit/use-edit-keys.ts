import { useEffect } from 'preact/hooks'

/** Ctrl S saves, Ctrl Z takes the last step back; in a field that somebody types in it takes the field's own letters back. */
export function useEditKeys(onSave: () => void, onUndo: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || document.querySelector('dialog[open]')) return
      const key = event.key.toLowerCase()
      if (key !== 's' && (key !== 'z' || event.target instanceof HTMLInputElement)) return
      event.preventDefault()
      if (key === 's') onSave()
      else onUndo()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}
