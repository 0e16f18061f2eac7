/**
 * CRC-16 with the usual knobs. `arc`: poly 0x8005 reflected, init 0 (Onbon). `modbus`: the same, init 0xFFFF. `ccitt-false`: poly
 * 0x1021, init 0xFFFF. `xmodem`: poly 0x1021, init 0. `kermit`: poly 0x1021 reflected, init 0.
 */
export type Crc16Kind = 'arc' | 'modbus' | 'ccitt-false' | 'xmodem' | 'kermit'

const reflected: Record<Crc16Kind, boolean> = {
  arc: true,
  modbus: true,
  kermit: true,
  'ccitt-false': false,
  xmodem: false,
}
const polynomial: Record<Crc16Kind, number> = {
  arc: 0xa001,
  modbus: 0xa001,
  kermit: 0x8408,
  'ccitt-false': 0x1021,
  xmodem: 0x1021,
}
const start: Record<Crc16Kind, number> = { arc: 0, modbus: 0xffff, kermit: 0, 'ccitt-false': 0xffff, xmodem: 0 }

/** All 256 steps of one byte, so that a full-colour picture costs a look-up a byte and not eight shifts. */
function tableOf(kind: Crc16Kind): Uint16Array {
  const poly = polynomial[kind]
  return Uint16Array.from({ length: 256 }, (_, byte) => {
    let crc = reflected[kind] ? byte : byte << 8
    for (let bit = 0; bit < 8; bit += 1)
      crc = reflected[kind] ? (crc & 1 ? (crc >> 1) ^ poly : crc >> 1) : crc & 0x8000 ? (crc << 1) ^ poly : crc << 1
    return crc & 0xffff
  })
}
const tables = new Map<Crc16Kind, Uint16Array>()

export function crc16(bytes: Uint8Array, kind: Crc16Kind): number {
  let table = tables.get(kind)
  if (!table) tables.set(kind, (table = tableOf(kind)))
  let crc = start[kind]
  if (reflected[kind]) for (const byte of bytes) crc = (crc >> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0)
  else for (const byte of bytes) crc = ((crc << 8) & 0xffff) ^ (table[(crc >> 8) ^ byte] ?? 0)
  return crc
}
