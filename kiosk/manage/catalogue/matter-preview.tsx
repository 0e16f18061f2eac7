import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { MatterEdit } from '../../../gateway/contract/matter-edits.ts'
import { FramedPage } from '../edit/framed-page.tsx'
import { useRoom } from '../edit/use-room.ts'
import { ListPicture } from './list-picture.tsx'
import { say } from './words.ts'

interface PreviewProps {
  matterId: string
  /** As a visitor would be told it. */
  matter: object
  before: string | null
  edit: MatterEdit
  changed: readonly string[]
  /** Any terminal of the hall; its page draws the picture. null = the hall has none. */
  terminal: string | null
  /** Somebody touched this part of the picture. */
  onPart: (part: string) => void
}
const looks = ['portrait', 'landscape', 'elder', 'low', 'phone', 'list'] as const
type Look = (typeof looks)[number]
const sizes: Record<Exclude<Look, 'list'>, { width: number; height: number }> = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
  elder: { width: 1080, height: 1920 },
  low: { width: 1080, height: 1920 },
  phone: { width: 390, height: 844 },
}
const languages = ['zh-Hans', 'en'] as const
/** Where a touch of the picture leads: what is found there first. */
const parts: readonly [selector: string, part: string][] = [
  ['.materials, .take-away .list', 'materials'],
  ['.how', 'steps'],
  ['.facts', 'limits'],
  ['.three > :first-child, .take-away .fee', 'fee'],
  ['.three, .take-away .where', 'where'],
  ['h1', 'name'],
]

/** What is not saved yet, by the pages themselves made small: a terminal in its ways, the phone, and the paper from the printer. */
export function MatterPreview(props: PreviewProps): JSX.Element {
  const { matterId, matter, before, edit, changed, terminal, onPart } = props
  const frame = useRef<HTMLIFrameElement>(null)
  const { box, room } = useRoom({ width: 380, height: 640 })
  const [look, setLook] = useState<Look>(terminal === null ? 'phone' : 'portrait')
  const [language, setLanguage] = useState<(typeof languages)[number]>('zh-Hans')
  const [ready, setReady] = useState(0)
  useEffect(() => {
    const hear = ({ data, origin, source }: MessageEvent): void => {
      const kind = (data as { kind?: string } | null)?.kind
      if (origin === location.origin && source === frame.current?.contentWindow && kind === 'ready')
        setReady((times) => times + 1)
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [])
  const mode = look === 'elder' || look === 'low' ? look : 'plain'
  const said = JSON.stringify({ kind: 'draft', matter, changed, look: mode, language })
  useEffect(() => {
    if (ready > 0) frame.current?.contentWindow?.postMessage(JSON.parse(said), location.origin)
  }, [said, ready])
  const touch = (found: Element | null): void => {
    const part = parts.find(([selector]) => found?.closest(selector))
    if (part) onPart(part[1])
  }
  const offered = looks.filter((one) => terminal !== null || one === 'phone' || one === 'list')
  const src =
    look === 'phone'
      ? `/m/${encodeURIComponent(matterId)}?look`
      : `/kiosk/?terminal=${encodeURIComponent(terminal ?? '')}&look`
  return (
    <section class="card matter-preview">
      <div class="matter-frame" ref={box}>
        {look === 'list' ? (
          <ListPicture matterId={matterId} before={before} edit={edit} />
        ) : (
          <FramedPage
            title={say(`edit.looks.${look}`)}
            src={src}
            {...sizes[look]}
            room={room}
            frame={frame}
            onTouch={touch}
            touchWords={say('edit.previewHint')}
          />
        )}
      </div>
      <div class="matter-looks">
        <small>{say('edit.which')}</small>
        {offered.map((one) => (
          <button type="button" key={one} aria-pressed={look === one} onClick={() => setLook(one)}>
            {say(`edit.looks.${one}`)}
          </button>
        ))}
        {look !== 'list' && look !== 'phone' && (
          <>
            <small>{say('edit.script')}</small>
            {languages.map((one) => (
              <button type="button" key={one} aria-pressed={language === one} onClick={() => setLanguage(one)}>
                {say(`edit.languages.${one}`)}
              </button>
            ))}
          </>
        )}
        <p>
          <i aria-hidden="true" />
          {say('edit.previewHint')}
        </p>
      </div>
    </section>
  )
}
