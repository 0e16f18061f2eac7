import type { JSX } from 'preact'
import type { Place } from './stage-plan.ts'

interface LiveFrameProps {
  look: string
  title: string
  address: string
  /** The page's own window, px. */
  width: number
  height: number
  /** Where it stands on the stage, px. */
  place: Place
  /** The page's window, once it is there. */
  onWindow?: (page: Window) => void
}

/** A real page in its own size, made small; it can be used where it stands. */
export function LiveFrame({ look, title, address, width, height, place, onWindow }: LiveFrameProps): JSX.Element {
  const scale = place.width / width
  return (
    <div class={`frame ${look}`} style={{ left: `${place.x}px`, top: `${place.y}px` }}>
      <div class="frame-inside" style={{ width: `${place.width}px`, height: `${Math.round(height * scale)}px` }}>
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
