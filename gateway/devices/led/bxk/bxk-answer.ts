import { orNull, readBytes } from '../byte-reader.ts'
import { writeBytes } from '../byte-writer.ts'
import { crc16 } from '../crc16.ts'
import { wrapOnbon } from '../onbon/frame.ts'
import { bxkPacket } from './decode-bxk.ts'

export interface BxkState {
  on: boolean
  brightness: number
  programmes: number
  dynamicAreas: number[]
}
export type BxkAnswer = { kind: 'ack' } | { kind: 'refused'; error: number } | { kind: 'state'; state: BxkState }

/** group, command, error, 2 reserved, data: A0 00 done, A0 01 refused with an error, A1 02 the state. */
export function decodeBxkAnswer(frame: Uint8Array): BxkAnswer | null {
  return orNull(() => {
    const read = readBytes(bxkPacket(frame).data)
    const key = (read.u8() << 8) | read.u8()
    const error = read.u8()
    read.take(2)
    if (key === 0xa102 && error === 0) {
      const [on, brightness] = [read.u8() === 1, read.u8()]
      read.take(8)
      const programmes = read.u8()
      read.take(6)
      return { kind: 'state', state: { on, brightness, programmes, dynamicAreas: [...read.take(read.u8())] } }
    }
    return key === 0xa000 ? { kind: 'ack' } : { kind: 'refused', error: error || 1 }
  })
}

/** An answer as the card sends it; the simulated card speaks through this. */
export function encodeBxkAnswer(answer: BxkAnswer): Uint8Array {
  const data = writeBytes()
  if (answer.kind === 'state') {
    const { on, brightness, programmes, dynamicAreas } = answer.state
    data
      .u8(0xa1, 0x02, 0, 0, 0, on ? 1 : 2, brightness)
      .zeros(8)
      .u8(programmes)
      .zeros(6)
      .u8(dynamicAreas.length, ...dynamicAreas)
      .zeros(28)
  } else data.u8(0xa0, answer.kind === 'ack' ? 0 : 1, answer.kind === 'ack' ? 0 : answer.error, 0, 0)
  const bytes = data.bytes()
  const packet = writeBytes().u16(0x8000).u16(1).zeros(3).u8(0, 0, 0, 0xfe, 0x02).u16(bytes.length).raw(bytes).bytes()
  return wrapOnbon(writeBytes().raw(packet).u16(crc16(packet, 'arc')).bytes())
}
