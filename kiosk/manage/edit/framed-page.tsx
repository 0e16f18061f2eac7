import type { JSX, Ref } from 'preact'
import './edit.css'

interface FramedPageProps {
  title: string
  src: string
  /** Of the page as its screen shows it. */
  width: number
  height: number
  /** What there is room for. */
  room: { width: number; height: number }
  /** null = nobody speaks with it. */
  frame: Ref<HTMLIFrameElement>
  /** Somebody touched what lies there; null = it is only looked at. */
  onTouch?: ((found: Element | null) => void) | null
  touchWords?: string
}

/** A page of the product itself, made small; nothing in it can be pressed. */
export function FramedPage(props: FramedPageProps): JSX.Element {
  const { title, src, width, height, room, frame, onTouch = null, touchWords = '' } = props
  const scale = Math.min(room.width / width, room.height / height)
  const touch = (event: MouseEvent): void => {
    const box = event.currentTarget as HTMLElement
    const { left, top } = box.getBoundingClientRect()
    const inside = box.parentElement?.querySelector('iframe')?.contentDocument
    onTouch?.(inside?.elementFromPoint((event.clientX - left) / scale, (event.clientY - top) / scale) ?? null)
  }
  return (
    <div class="framed" style={{ width: `${Math.round(width * scale)}px`, height: `${Math.round(height * scale)}px` }}>
      <iframe
        ref={frame}
        key={src}
        title={title}
        src={src}
        tabIndex={-1}
        style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}
      />
      {onTouch !== null && <button type="button" class="framed-touch" aria-label={touchWords} onClick={touch} />}
    </div>
  )
}
