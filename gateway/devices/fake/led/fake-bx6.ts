import { type Picture, darkPicture } from '../../../../display/led/picture.ts'
import { encodeBx6Answer } from '../../led/bx6/bx6-answer.ts'
import type { Bx6Colour } from '../../led/bx6/bx6-bitmap.ts'
import type { Bx6Area } from '../../led/bx6/bx6-order.ts'
import { decodeBx6 } from '../../led/bx6/decode-bx6.ts'
import { readOnbonFrames } from '../../led/onbon/frame.ts'
import { type FakeCard, nothingSeen, remember } from './fake-card.ts'
import { monotonic } from '../../../time.ts'

const DEVICE = 0x0651
const BUSY = 3
const CHECKSUM = 5

/** A BX-6 card: reads our frames with the checks of the manual, answers, keeps the areas, plays their pages. */
export function fakeBx6({
  width,
  height,
  colour,
}: {
  width: number
  height: number
  colour: Bx6Colour
}): FakeCard & { areas(): readonly Bx6Area[] } {
  const seen = nothingSeen()
  let areas: Bx6Area[] = []
  let since = monotonic()
  let onChange = (): void => {}
  const family = colour === 'rgb565' || colour === 'rgb888' ? 'Q' : 'EM'
  const planes = { single: 1, double: 3, 'double-gr': 3, triple: 7, rgb565: 255, rgb888: 255 }[colour]
  return {
    seen,
    areas: () => areas,
    attend: (say, manner) =>
      readOnbonFrames((frame) => {
        const read = decodeBx6(frame, colour)
        const address = {
          dst: 0x8000,
          src: 1,
          deviceType: DEVICE,
          family,
          sequence: read?.address.sequence ?? 0,
          random: 0,
        } as const
        if (!read) {
          seen.broken += 1
          return say(encodeBx6Answer({ kind: 'refused', error: CHECKSUM }, address))
        }
        const { order } = read
        remember(seen, order.kind)
        const self = { deviceType: DEVICE, firmware: '00000001', isSetUp: true, width, height, colour: planes }
        if (order.kind === 'ping') {
          if (manner.isChatty()) say(encodeBx6Answer({ kind: 'ack' }, address))
          return say(encodeBx6Answer({ kind: 'self', self }, address))
        }
        if (manner.isChatty()) say(encodeBx6Answer({ kind: 'self', self }, address))
        if (manner.refuses(order.kind)) return say(encodeBx6Answer({ kind: 'refused', error: BUSY }, address))
        if (order.kind === 'power') seen.on = order.on
        if (order.kind === 'brightness')
          seen.brightness = typeof order.levels === 'number' ? order.levels : (order.levels[0] ?? null)
        if (order.kind === 'time') seen.clock = `${order.at.hour}:${order.at.minute}`
        if (order.kind === 'delete-areas') {
          const { ids } = order
          areas = ids === 'all' ? [] : areas.filter(({ id }) => !ids.includes(id))
        }
        if (order.kind === 'show') {
          areas = [...areas.filter(({ id }) => !order.areas.some((one) => one.id === id)), ...order.areas]
          since = monotonic()
        }
        say(encodeBx6Answer({ kind: 'ack' }, address))
        onChange()
      }),
    picture() {
      const all = darkPicture(width, height)
      if (seen.on) for (const area of areas) copyInto(all, pageNow(area, monotonic() - since), area.x, area.y)
      return all
    },
    onChange: (listener) => void (onChange = listener),
  }
}

/** The page that stands after so many ms; run mode 1 stops on the last. */
function pageNow({ pages, runMode }: Bx6Area, ms: number): Picture {
  const whole = pages.reduce((sum, { stay }) => sum + stay * 10, 0)
  let left = runMode === 1 ? ms : ms % Math.max(1, whole)
  for (const { picture, stay } of pages) {
    left -= stay * 10
    if (left < 0) return picture
  }
  return pages.at(-1)?.picture ?? darkPicture(0, 0)
}

function copyInto(to: Picture, from: Picture, x: number, y: number): void {
  for (let row = 0; row < from.height && y + row < to.height; row += 1) {
    const count = Math.min(from.width, to.width - x) * 3
    to.pixels.set(
      from.pixels.subarray(row * from.width * 3, row * from.width * 3 + count),
      ((y + row) * to.width + x) * 3,
    )
  }
}
