import { askFor } from '../ask-for.ts'
import { type CardDriver, type CardLine, type CardResult, filmLoopMs } from '../card-driver.ts'
import { readOnbonFrames } from '../onbon/frame.ts'
import { type Bx6Answer, decodeBx6Answer } from './bx6-answer.ts'
import type { Bx6Colour } from './bx6-bitmap.ts'
import { BX6_BROADCAST, type Bx6Order, bx6Card, filmArea } from './bx6-order.ts'
import { encodeBx6 } from './encode-bx6.ts'

/** How a card counts its colours: planes as bits, 255 for full colour. */
const countOf: Record<Bx6Colour, number> = {
  single: 1,
  double: 3,
  'double-gr': 3,
  triple: 7,
  rgb565: 255,
  rgb888: 255,
}
type Self = Extract<Bx6Answer, { kind: 'self' }>['self']

/** Onbon BX-6E/6M (planes) and BX-6Q (full colour): the whole panel is one dynamic area, the film its pages. */
export function bx6Driver(width: number, height: number, colour: Bx6Colour): CardDriver {
  const family = colour === 'rgb565' || colour === 'rgb888' ? 'Q' : 'EM'
  let deviceType = BX6_BROADCAST.deviceType
  let sequence = 0
  async function say(line: CardLine, order: Bx6Order): Promise<CardResult> {
    sequence = (sequence + 1) & 0xffff
    const read = await askFor(line, encodeBx6(order, { ...bx6Card(deviceType, family), sequence }), (answer) => {
      const found = decodeBx6Answer(answer)
      return found?.kind === 'self' ? null : found
    })
    if (!read) return { kind: 'gone' }
    return read.kind === 'refused' ? { kind: 'refused', error: String(read.error) } : null
  }
  function isAnother(self: Self): CardResult {
    if (!self.isSetUp) return { kind: 'wrong', what: 'not-set-up', found: '', wanted: '' }
    if (self.width !== width || self.height !== height)
      return { kind: 'wrong', what: 'size', found: `${self.width}×${self.height}`, wanted: `${width}×${height}` }
    // Other planes are other lengths of picture: what is right for one is noise on the other.
    if (self.colour !== countOf[colour])
      return { kind: 'wrong', what: 'colour', found: String(self.colour), wanted: String(countOf[colour]) }
    return null
  }
  return {
    reader: (onAnswer) => readOnbonFrames(onAnswer, 4_096),
    async greet(line) {
      const self = await askFor(line, encodeBx6({ kind: 'ping' }, { ...BX6_BROADCAST, family }), (answer) => {
        const found = decodeBx6Answer(answer)
        return found?.kind === 'self' ? found.self : null
      })
      if (!self) return { kind: 'gone' }
      deviceType = self.deviceType
      return isAnother(self)
    },
    show(line, order) {
      const { frames, loop } = order.film()
      return say(line, { kind: 'show', colour, areas: [filmArea(frames, loop)] })
    },
    loopMs: filmLoopMs,
    power: (line, on) => say(line, { kind: 'power', on }),
    brightness: (line, percent) => say(line, { kind: 'brightness', levels: Math.round((percent * 15) / 100) }),
    clock: (line, at) => say(line, { kind: 'time', at }),
  }
}
