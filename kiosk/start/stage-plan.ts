export interface Place {
  x: number
  y: number
  /** Of what is inside its edge. */
  width: number
}
export type StageName = 'terminal' | 'slot' | 'wall' | 'panel' | 'counter' | 'strip' | 'saying' | 'phone'

/** Where everything of the stage stands, in the stage's own px, and by how much the stage is then made larger or smaller. */
export interface StagePlan {
  scale: number
  width: number
  height: number
  /** One below the other, for a narrow window; the buttons then stand above. */
  isColumn: boolean
  /** Without a phone where there is no room for it. */
  places: Record<Exclude<StageName, 'phone'>, Place> & { phone: Place | null }
}

/** As it is drawn: everything beside everything, at one size. */
const DRAWN = { width: 1084, height: 900 } as const
/** Beside it, on a wide window, the phone of whoever took the last number. */
const PHONE = { width: 184, inside: 152 } as const
const MARGIN = 16

/** `width`, `height`: the room that there is, px. Every edge of the room is used. */
export function stagePlan(width: number, height: number, isColumn: boolean): StagePlan {
  return isColumn ? column(width) : stage(width, height)
}

function stage(roomWidth: number, roomHeight: number): StagePlan {
  const scale = Math.min(roomWidth / DRAWN.width, roomHeight / DRAWN.height)
  const [width, height] = [roomWidth / scale, roomHeight / scale]
  // A browser rounds.
  const hasPhone = width + 1 >= DRAWN.width + PHONE.width
  const spare = Math.max(0, width - DRAWN.width - (hasPhone ? PHONE.width : 0))
  // What is left over goes into the gaps and not to an edge.
  const gap = spare / (hasPhone ? 2 : 1)
  const down = (height - DRAWN.height) / 2
  const at = (x: number, y: number, inside: number): Place => ({ x, y: y + down, width: inside })
  return {
    scale,
    width,
    height,
    isColumn: false,
    places: {
      terminal: at(32, 106, 256),
      slot: at(56, 573, 220),
      wall: at(332 + gap, 106, 708),
      panel: at(484 + gap, 528, 404),
      counter: at(332 + gap, 652, 372),
      strip: at(736 + gap, 652, 308),
      saying: at(736 + gap, 772, 316),
      phone: hasPhone ? at(width - 32 - PHONE.inside - 12, 106, PHONE.inside) : null,
    },
  }
}

function column(width: number): StagePlan {
  const inside = width - 2 * MARGIN
  const x = MARGIN
  const framed = (edge: number): number => inside - 2 * edge
  const wall = { x, y: 8, width: framed(6) }
  const saying = { x, y: below(wall, 9 / 16, 12), width: inside }
  const terminal = { x, y: saying.y + 112, width: Math.round(inside * 0.56) }
  const slot = { x: x + terminal.width + 28, y: terminal.y, width: inside - terminal.width - 28 }
  const panel = { x, y: below(terminal, 16 / 9, 12) + 28, width: framed(5) }
  const counter = { x, y: below(panel, 1 / 4, 10) + 28, width: framed(4) }
  const strip = { x, y: below(counter, 768 / 1366, 8) + 28, width: framed(4) }
  const height = below(strip, 400 / 1280, 8) + 28
  return {
    scale: 1,
    width,
    height,
    isColumn: true,
    places: { terminal, slot, wall, panel, counter, strip, saying, phone: null },
  }
}

const below = ({ y, width }: Place, ratio: number, edges: number): number => Math.round(y + width * ratio + edges + 12)
