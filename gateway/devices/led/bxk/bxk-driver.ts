import type { CardDriver, CardLine, CardResult } from '../card-driver.ts'
import { readOnbonFrames } from '../onbon/frame.ts'
import { decodeBxkAnswer } from './bxk-answer.ts'
import type { BxkCard, BxkOrder } from './bxk-order.ts'
import { encodeBxk } from './encode-bxk.ts'

/** Half-width signs are 8 dots. */
const wide = (text: string): number => [...text].reduce((sum, sign) => sum + (sign < '\u0080' ? 8 : 16), 0)
/** No paper says how fast speed 8 is; slower than any that was seen, so that nothing is sent again before a text has passed. */
const WALK_DOTS_PER_SECOND = 20

/** Onbon BX-5K and 6K: the card has the font, we send words; `address` null = whichever card hears it. Two lines where the panel has 32 dots, else one. */
export function bxkDriver(width: number, height: number, model: BxkCard, address: number | null = null): CardDriver {
  async function say(line: CardLine, order: BxkOrder): Promise<CardResult> {
    const answer = await line.ask(encodeBxk(order, address === null ? {} : { dst: address }))
    const read = answer && decodeBxkAnswer(answer)
    if (!read) return { kind: 'gone' }
    return read.kind === 'refused' ? { kind: 'refused', error: String(read.error) } : null
  }
  const linesShown = (lines: readonly string[]): readonly string[] =>
    lines.slice(0, Math.max(1, Math.floor(height / 16)))
  return {
    reader: (onAnswer) => readOnbonFrames(onAnswer, 4_096),
    greet: (line) => say(line, { kind: 'ping' }),
    show(line, { lines }) {
      // What does not fit stands still for nobody: it moves left.
      const shown = linesShown(lines)
      const areas = shown.map((text, nth) => ({
        id: nth,
        x: 0,
        y: nth * 16,
        w: width,
        h: 16,
        text,
        align: 2,
        singleLine: 1 as const,
        display: wide(text) > width ? 3 : 1,
        speed: 8,
      }))
      return say(line, { kind: 'dynamic', card: model, areas, remove: 'all' })
    },
    loopMs({ lines }) {
      const walking = linesShown(lines)
        .map(wide)
        .filter((dots) => dots > width)
      return walking.length === 0 ? 0 : Math.ceil(((Math.max(...walking) + width) / WALK_DOTS_PER_SECOND) * 1_000)
    },
    power: (line, on) => say(line, { kind: on ? 'on' : 'off' }),
    brightness: (line, percent) => say(line, { kind: 'brightness', level: Math.round((percent * 15) / 100) }),
    clock: (line, at) => say(line, { kind: 'time', local: at }),
  }
}
