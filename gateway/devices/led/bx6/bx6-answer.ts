import { orNull, readBytes } from '../byte-reader.ts'
import { writeBytes } from '../byte-writer.ts'
import { unwrapOnbon, wrapOnbon } from '../onbon/frame.ts'
import type { Bx6Address } from './bx6-order.ts'
import { commandParts } from './decode-bx6.ts'
import { commandHeader } from './encode-bx6.ts'

/** `colour` as the card counts its planes: 1, 3 (two), 7 (three), 255 (full colour). */
export interface Bx6Self {
  deviceType: number
  firmware: string
  /** false until somebody has set up the panel with the maker's program; until then the card draws nothing. */
  isSetUp: boolean
  width: number
  height: number
  colour: number
}
export type Bx6Answer = { kind: 'ack' } | { kind: 'refused'; error: number } | { kind: 'self'; self: Bx6Self }

/** Body of an answer: 00, group, command, status(2), error(2), length(2), data. Group A0 command 00 is "done". */
export function decodeBx6Answer(frame: Uint8Array): Bx6Answer | null {
  const payload = unwrapOnbon(frame)
  if (!payload) return null
  return orNull(() => {
    // Answers to pictures come in the same ordinary header; some firmware uses the short one.
    const body = payload[4] === 0xf0 ? payload.subarray(16, -2) : commandParts(payload).body
    const read = readBytes(body)
    read.expect(0)
    const key = (read.u8() << 8) | read.u8()
    const [status, error] = [read.u16(), read.u16()]
    const data = readBytes(read.take(read.u16()))
    if (key === 0xa280) return { kind: 'self', self: selfOf(data) }
    return key === 0xa000 && status === 0 && error === 0
      ? { kind: 'ack' }
      : { kind: 'refused', error: error || status || 1 }
  })
}

function selfOf(data: ReturnType<typeof readBytes>): Bx6Self {
  const deviceType = data.u16()
  const firmware = String.fromCharCode(...data.take(8).filter((byte) => byte > 31 && byte < 127))
  const isSetUp = data.u8() === 1
  data.take(3)
  return { deviceType, firmware, isSetUp, width: data.u16(), height: data.u16(), colour: data.u8() }
}

/** An answer as the card sends it; the simulated card speaks through this. */
export function encodeBx6Answer(answer: Bx6Answer, address: Bx6Address): Uint8Array {
  const body = (group: number, command: number, error: number, data: Uint8Array): Uint8Array =>
    writeBytes()
      .u8(0, group, command)
      .u16(error === 0 ? 0 : 1)
      .u16(error)
      .u16(data.length)
      .raw(data)
      .bytes()
  const send = (bytes: Uint8Array): Uint8Array =>
    wrapOnbon(writeBytes().raw(commandHeader(bytes, address)).raw(bytes).bytes())
  switch (answer.kind) {
    case 'ack':
      return send(body(0xa0, 0x00, 0, new Uint8Array()))
    case 'refused':
      return send(body(0xa0, 0x01, answer.error, new Uint8Array()))
    case 'self': {
      const { deviceType, firmware, isSetUp, width, height, colour } = answer.self
      const version = new TextEncoder().encode(firmware.padEnd(8, '\0').slice(0, 8))
      const data = writeBytes()
        .u16(deviceType)
        .raw(version)
        .u8(isSetUp ? 1 : 0)
        .u16(1)
        .u8(2)
        .u16(width)
        .u16(height)
        .u8(colour, 15, 1)
        .bytes()
      return send(body(0xa2, 0x80, 0, data))
    }
  }
}
