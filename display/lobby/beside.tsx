import type { JSX } from 'preact'
import type { ShownMedia, ShownNotice } from '../../gateway/contract/notice.ts'
import { type Slide, textSlides } from './notice-pages.ts'
import { type Broken, Slides } from './slides.tsx'

/** Sizes of lobby.css: text, its line, the English beside it, the edges of the card. In drawing pixels. */
const SIDE = { size: 36, line: 1.4, english: 36 / 28, edge: 28 }
const FULL = { size: 76, line: 1.45, english: 76 / 52, edge: 110 }

interface BesideProps {
  /** Of the zone, in drawing pixels. */
  width: number
  height: number
  notices: readonly ShownNotice[]
  media: readonly ShownMedia[]
  own: JSX.Element | null
  /** What stands there while there is nothing to show at all. */
  idle: JSX.Element | null
  onPlayed: (id: string, seconds: number) => void
  onBroken: (id: string, why: Broken) => void
}

export function slidesFor(
  { width, height, notices, media }: Pick<BesideProps, 'width' | 'height' | 'notices' | 'media'>,
  look: typeof SIDE,
): Slide[] {
  // One line is left for the page's number.
  const lines = Math.max(1, Math.floor((height - 2 * look.edge) / (look.size * look.line)) - 1)
  const room = { lines, signs: Math.max(4, (width - 2 * look.edge) / look.size) }
  return [
    ...notices.flatMap((notice) => textSlides(notice, room, look.english)),
    ...media.map((one): Slide => ({ ...one, page: 0, pages: 1 })),
  ]
}

/** Notices beside the calls. A card is laid out by its box: what does not fit goes on its next page. */
export const Beside = ({ own, idle, onPlayed, onBroken, ...rest }: BesideProps): JSX.Element => (
  <Slides slides={slidesFor(rest, SIDE)} own={own} idle={idle} onPlayed={onPlayed} onBroken={onBroken} />
)

/** A notice over the whole wall, in turn with the wall itself. */
export const Full = ({ onPlayed, onBroken, ...rest }: Omit<BesideProps, 'own' | 'idle'>): JSX.Element => (
  <div class="full">
    <Slides
      slides={slidesFor(rest, FULL)}
      own={<i class="open" />}
      idle={null}
      onPlayed={onPlayed}
      onBroken={onBroken}
    />
  </div>
)
