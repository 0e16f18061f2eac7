import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface DialogProps {
  title: string
  onClose: () => void
  children: ComponentChildren
  wide?: boolean
  onKey?: (key: string, event: KeyboardEvent) => void
}

/** The browser's own modal dialog: it keeps the focus inside, and Esc leaves it. */
export function Dialog({ title, onClose, children, wide = false, onKey }: DialogProps): JSX.Element {
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = box.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={box}
      class={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === box.current) onClose()
      }}
      onKeyDown={(event) => onKey?.(event.key, event)}
    >
      <div class="dialog-inside">
        <h2 class="serif">{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
