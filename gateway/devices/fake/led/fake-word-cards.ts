import type { StripFrame } from '../../../contract/strip-frame.ts'
import { lay } from '../../../../display/led/ink.ts'
import { type Picture, darkPicture } from '../../../../display/led/picture.ts'
import { encodeBxkAnswer } from '../../led/bxk/bxk-answer.ts'
import type { BxkArea, BxkCard } from '../../led/bxk/bxk-order.ts'
import { decodeBxk } from '../../led/bxk/decode-bxk.ts'
import { readOnbonFrames } from '../../led/onbon/frame.ts'
import { panelInk } from '../../led/panel-ink.ts'
import { decodeTemplate, templateLength } from '../../led/template/template-codec.ts'
import { type FakeCard, nothingSeen, remember } from './fake-card.ts'

const RED = [255, 0, 0] as const

/** Any card hears these; the second is not answered. */
const ANY = [0xfffe, 0xffff]

/** A BX-K font card: reads our frames, answers, keeps areas and sets their text in a 16-dot face. What is said to another address it lets pass. */
export function fakeBxk({
  width,
  height,
  model,
  address = null,
}: {
  width: number
  height: number
  model: BxkCard
  address?: number | null
}): FakeCard & { texts(): string[] } {
  const seen = nothingSeen()
  let areas: BxkArea[] = []
  let onChange = (): void => {}
  return {
    seen,
    texts: () => areas.map(({ text }) => text),
    attend: (say, manner) =>
      readOnbonFrames((frame) => {
        const read = decodeBxk(frame, model)
        if (!read) {
          seen.broken += 1
          return say(encodeBxkAnswer({ kind: 'refused', error: 5 }))
        }
        const { order } = read
        if (address !== null && read.address.dst !== address && !ANY.includes(read.address.dst)) return
        remember(seen, order.kind)
        if (manner.refuses(order.kind)) return say(encodeBxkAnswer({ kind: 'refused', error: 3 }))
        if (order.kind === 'on' || order.kind === 'off') seen.on = order.kind === 'on'
        if (order.kind === 'brightness') seen.brightness = order.level
        if (order.kind === 'clear') areas = []
        if (order.kind === 'dynamic') {
          const gone = order.remove === 'all' ? areas.map(({ id }) => id) : (order.remove ?? [])
          areas = [
            ...areas.filter(({ id }) => !gone.includes(id ?? 0) && !order.areas.some((one) => one.id === id)),
            ...order.areas,
          ]
        }
        if (read.address.answer) say(encodeBxkAnswer({ kind: 'ack' }))
        onChange()
      }),
    picture() {
      const picture = darkPicture(width, height)
      if (seen.on) for (const { x, y, text } of areas) lay(picture, panelInk().line(text, 16), x, y, RED)
      return picture
    },
    onChange: (listener) => void (onChange = listener),
  }
}

/** A window strip: takes frames of one description and its own address, never answers. */
export function fakeStrip({
  width,
  height,
  frame,
  address,
}: {
  width: number
  height: number
  frame: StripFrame
  address: number
}): FakeCard & { number(): string; waiting(): number } {
  const seen = nothingSeen()
  const length = templateLength(frame)
  const hasAddress = frame.some((part) => (part.part === 'number' || part.part === 'digits') && part.of === 'address')
  let number = ''
  let waiting = 0
  let onChange = (): void => {}
  return {
    seen,
    number: () => number,
    waiting: () => waiting,
    attend() {
      let held: number[] = []
      return (bytes) => {
        held.push(...bytes)
        const most = length ?? held.length
        while (held.length >= most && held.length > 0) {
          const read = decodeTemplate(frame, Uint8Array.from(held.slice(0, most)))
          if (!read) {
            seen.broken += 1
            // Out of step: look for the next place where a frame begins.
            held = held.slice(1)
            continue
          }
          held = held.slice(most)
          if (hasAddress && read.address !== address) continue
          remember(seen, 'number')
          number = read.number
          waiting = read.waiting
          onChange()
        }
      }
    },
    picture(): Picture {
      const picture = darkPicture(width, height)
      lay(picture, panelInk().line(number, Math.min(16, height)), 0, 0, RED)
      return picture
    },
    onChange: (listener) => void (onChange = listener),
  }
}
