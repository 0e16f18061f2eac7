import type { HandCharacter } from '../../gateway/catalogue/hand/hand-file.ts'
import type { Point } from '../../kiosk/terminal/write/stroke-lines.ts'
import type { Chance } from '../../gateway/domain/simulation/chance.ts'

/** How far a hand goes astray, on the square of 256. */
const SHAKE = 3
const STRAY = 5
const TILT = 12
const STRETCH = 0.2
const SLANT = 0.15

/**
 * The same character as a hand draws it in a hurry: each stroke a little elsewhere, longer or shorter, shaking; the whole tilted, slanted,
 * stretched; two strokes in the wrong order; and, from four strokes on, one or two joined to the next without lifting the finger.
 */
export function drawnByHand({ strokes }: HandCharacter, { between, around }: Chance): Point[][] {
  // Its logarithm is spread evenly around 0.
  const normal = (): number => Math.log(around(1, 1)) + 0.5
  const angle = (between(-TILT, TILT) * Math.PI) / 180
  const [wide, high, slant] = [
    between(1 - STRETCH, 1 + STRETCH),
    between(1 - STRETCH, 1 + STRETCH),
    between(-SLANT, SLANT),
  ]
  const lines = strokes.map((points) => {
    const [left, top, longer] = [normal() * STRAY, normal() * STRAY, 1 + normal() * 0.06]
    const middle = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / points.length
    const [centreX, centreY] = [middle(0), middle(1)]
    return points.map((point) => {
      const x = centreX + (point[0] - centreX) * longer + left + normal() * SHAKE
      const y = centreY + (point[1] - centreY) * longer + top + normal() * SHAKE
      const [across, down] = [x * wide + y * slant, y * high]
      return {
        x: across * Math.cos(angle) - down * Math.sin(angle),
        y: across * Math.sin(angle) + down * Math.cos(angle),
      }
    })
  })
  const anyOf = (count: number): number => Math.floor(between(0, count - 0.001))
  if (lines.length > 2) {
    const at = anyOf(lines.length - 1)
    const [first, second] = [lines[at], lines[at + 1]]
    if (first && second) lines.splice(at, 2, second, first)
  }
  const joins = lines.length > 6 ? 2 : lines.length > 3 ? 1 : 0
  for (let nth = 0; nth < joins; nth += 1) {
    const at = anyOf(lines.length - 1)
    lines.splice(at, 2, [...(lines[at] ?? []), ...(lines[at + 1] ?? [])])
  }
  return lines
}
