import { orNull, readBytes } from '../byte-reader.ts'
import { writeBytes } from '../byte-writer.ts'
import { crc16 } from '../crc16.ts'
import { wrapOnbon } from '../onbon/frame.ts'
import { bxkPacket } from './decode-bxk.ts'

export type BxkAnswer = { kind: 'ack' } | { kind: 'refused'; error: number }

/** group, command, error, 2 reserved, data: A0 00 done, A0 01 refused with an error. */
export function decodeBxkAnswer(frame: Uint8Array): BxkAnswer | null {
  return orNull(() => {
    const read = readBytes(bxkPacket(frame).data)
    const key = (read.u8() << 8) | read.u8()
    const error = read.u8()
    read.take(2)
    return key === 0xa000 ? { kind: 'ack' } : { kind: 'refused', error: error || 1 }
  })
}

/** An answer as the card sends it; the simulated card speaks through this. */
export function encodeBxkAnswer(answer: BxkAnswer): Uint8Array {
  const bytes = answer.kind === 'ack' ? Uint8Array.of(0xa0, 0, 0, 0, 0) : Uint8Array.of(0xa0, 1, answer.error, 0, 0)
  const packet = writeBytes().u16(0x8000).u16(1).zeros(3).u8(0, 0, 0, 0xfe, 0x02).u16(bytes.length).raw(bytes).bytes()
  return wrapOnbon(writeBytes().raw(packet).u16(crc16(packet, 'arc')).bytes())
}
