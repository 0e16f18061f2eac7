import type { CardDriver, CardLine, CardResult } from '../card-driver.ts'
import { readOnbonFrames } from '../onbon/frame.ts'
import { decodeBx6Answer } from './bx6-answer.ts'
import type { Bx6Colour } from './bx6-bitmap.ts'
import { BX6_BROADCAST, type Bx6Order, bx6Card, filmArea } from './bx6-order.ts'
import { encodeBx6 } from './encode-bx6.ts'

/** Onbon BX-6E/6M (planes) and BX-6Q (full colour): the whole panel is one dynamic area, the film its pages. */
export function bx6Driver(width: number, height: number, colour: Bx6Colour): CardDriver {
  const family = colour === 'rgb565' || colour === 'rgb888' ? 'Q' : 'EM'
  let deviceType = BX6_BROADCAST.deviceType
  let sequence = 0
  async function say(line: CardLine, order: Bx6Order): Promise<CardResult> {
    sequence = (sequence + 1) & 0xffff
    const answer = await line.ask(encodeBx6(order, { ...bx6Card(deviceType, family), sequence }))
    const read = answer && decodeBx6Answer(answer)
    if (!read) return { kind: 'gone' }
    return read.kind === 'refused' ? { kind: 'refused', error: String(read.error) } : null
  }
  return {
    reader: (onAnswer) => readOnbonFrames(onAnswer, 4_096),
    async greet(line) {
      const answer = await line.ask(encodeBx6({ kind: 'ping' }, { ...BX6_BROADCAST, family }))
      const read = answer && decodeBx6Answer(answer)
      if (read?.kind !== 'self') return { kind: 'gone' }
      const { self } = read
      deviceType = self.deviceType
      if (!self.isSetUp) return { kind: 'wrong', why: '控制卡还没有设置屏参数' }
      if (self.width !== width || self.height !== height)
        return { kind: 'wrong', why: `屏是 ${self.width}×${self.height}，设置里写的是 ${width}×${height}` }
      return null
    },
    show(line, order) {
      const { frames, loop } = order.film()
      return say(line, { kind: 'show', colour, areas: [filmArea(frames, loop)] })
    },
    power: (line, on) => say(line, { kind: 'power', on }),
    brightness: (line, percent) => say(line, { kind: 'brightness', levels: Math.round((percent * 15) / 100) }),
    clock: (line, at) => say(line, { kind: 'time', at }),
  }
}
