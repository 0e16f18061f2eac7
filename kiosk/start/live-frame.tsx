import type { JSX } from 'preact'

interface LiveFrameProps {
  look: string
  title: string
  address: string
  /** The page's own window, px. */
  width: number
  height: number
  /** Width on the start page, px. */
  shownWidth: number
  /** The page's window, once it is there. */
  onWindow?: (page: Window) => void
}

/** A real page in its own size, made small; it can be used where it stands. */
export function LiveFrame({ look, title, address, width, height, shownWidth, onWindow }: LiveFrameProps): JSX.Element {
  const scale = shownWidth / width
  return (
    <div class={`frame ${look}`}>
      <div class="frame-inside" style={{ width: `${shownWidth}px`, height: `${Math.round(height * scale)}px` }}>
        <iframe
          title={title}
          src={address}
          allow="autoplay"
          style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}
          onLoad={({ currentTarget: { contentWindow } }) => contentWindow && onWindow?.(contentWindow)}
        />
      </div>
    </div>
  )
}
