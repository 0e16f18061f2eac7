import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { say } from './words.ts'

interface PreviewProps {
  /** As a visitor would be told it. */
  matter: object
  changed: readonly string[]
  terminal: string
  /** Somebody touched this part of the picture. */
  onPart: (part: string) => void
}
const shapes = { portrait: { width: 1080, height: 1920 }, landscape: { width: 1920, height: 1080 } } as const
/** Where a touch of the picture leads: what is found there first. */
const parts: readonly [selector: string, part: string][] = [
  ['.materials', 'materials'],
  ['.how', 'steps'],
  ['.facts', 'limits'],
  ['.three > :first-child', 'fee'],
  ['.three', 'where'],
  ['h1', 'name'],
]

/** The terminal's own page with what is not saved yet, made small; nothing in it can be pressed. */
export function MatterPreview({ matter, changed, terminal, onPart }: PreviewProps): JSX.Element {
  const frame = useRef<HTMLIFrameElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [shape, setShape] = useState<keyof typeof shapes>('portrait')
  const [isReady, setReady] = useState(false)
  const [room, setRoom] = useState({ width: 380, height: 640 })
  const { width, height } = shapes[shape]
  const scale = Math.min(room.width / width, room.height / height)
  useEffect(() => {
    const measure = (): void => {
      const { clientWidth = 380, clientHeight = 640 } = box.current ?? {}
      setRoom({ width: clientWidth, height: clientHeight })
    }
    measure()
    addEventListener('resize', measure)
    const hear = ({ data, origin, source }: MessageEvent): void => {
      const kind = (data as { kind?: string } | null)?.kind
      if (origin === location.origin && source === frame.current?.contentWindow && kind === 'ready') setReady(true)
    }
    addEventListener('message', hear)
    return () => {
      removeEventListener('resize', measure)
      removeEventListener('message', hear)
    }
  }, [])
  const said = JSON.stringify({ kind: 'draft', matter, changed })
  useEffect(() => {
    if (isReady) frame.current?.contentWindow?.postMessage(JSON.parse(said), location.origin)
  }, [said, isReady, shape])
  const touch = (event: MouseEvent): void => {
    const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect()
    const inside = frame.current?.contentDocument
    const found = inside?.elementFromPoint((event.clientX - left) / scale, (event.clientY - top) / scale)
    const part = parts.find(([selector]) => found?.closest(selector))
    if (part) onPart(part[1])
  }
  return (
    <section class="card matter-preview">
      <div class="card-head">
        <h2>{say('edit.preview')}</h2>
        <span class="grow" />
        {(['portrait', 'landscape'] as const).map((one) => (
          <button type="button" class="chip" key={one} aria-pressed={shape === one} onClick={() => setShape(one)}>
            {say(`edit.${one}`)}
          </button>
        ))}
      </div>
      <div class="matter-frame" ref={box}>
        <div style={{ width: `${Math.round(width * scale)}px`, height: `${Math.round(height * scale)}px` }}>
          <iframe
            ref={frame}
            title={say('edit.preview')}
            src={`/kiosk/?terminal=${encodeURIComponent(terminal)}&look`}
            tabIndex={-1}
            style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}
          />
          <button type="button" class="matter-touch" aria-label={say('edit.previewHint')} onClick={touch} />
        </div>
      </div>
      <p class="matter-preview-hint">{say('edit.previewHint')}</p>
    </section>
  )
}
