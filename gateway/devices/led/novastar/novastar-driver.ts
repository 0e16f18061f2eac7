import { askFor } from '../ask-for.ts'
import type { CardDriver, CardLine, CardResult } from '../card-driver.ts'
import {
  NOVASTAR_BLANK,
  NOVASTAR_BRIGHTNESS,
  decodeNovastar,
  encodeNovastar,
  readNovastarPackets,
  toAllReceivers,
} from './novastar-codec.ts'

/** NovaStar sending box beside an HDMI wall: brightness and blank only; the picture comes over HDMI from a page. */
export function novastarDriver(): CardDriver {
  let sequence = 0
  async function write(line: CardLine, address: number, value: number): Promise<CardResult> {
    sequence = (sequence + 1) & 0xff
    const read = await askFor(line, encodeNovastar(toAllReceivers(sequence, address, value)), (answer) => {
      const found = decodeNovastar(answer)
      return found?.sequence === sequence ? found : null
    })
    if (!read) return { kind: 'gone' }
    return read.ack === 0 ? null : { kind: 'refused', error: String(read.ack) }
  }
  return {
    reader: (onAnswer) => readNovastarPackets((packet) => packet && onAnswer(encodeNovastar(packet))),
    greet: (line) => write(line, NOVASTAR_BLANK, 0),
    show: async () => null,
    loopMs: () => 0,
    power: (line, on) => write(line, NOVASTAR_BLANK, on ? 0 : 0xff),
    brightness: (line, percent) => write(line, NOVASTAR_BRIGHTNESS, Math.round((percent * 255) / 100)),
    clock: async () => null,
  }
}
