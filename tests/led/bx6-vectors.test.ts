import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Picture, darkPicture } from '../../display/led/picture.ts'
import type { Bx6Colour } from '../../gateway/devices/led/bx6/bx6-bitmap.ts'
import {
  BX6_BROADCAST,
  type Bx6Address,
  type Bx6Order,
  bx6Card,
  stillArea,
} from '../../gateway/devices/led/bx6/bx6-order.ts'
import { decodeBx6 } from '../../gateway/devices/led/bx6/decode-bx6.ts'
import { bx6Parts, encodeBx6 } from '../../gateway/devices/led/bx6/encode-bx6.ts'
import { parseLocalTime } from '../../gateway/devices/led/local-time.ts'

const folder = join(import.meta.dirname, '../fixtures/led')
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

interface Captured {
  what: string
  header: string
  body: string
  crc: string | null
}
const captures = readdirSync(folder)
  .filter((file) => file.startsWith('bx6-'))
  .map((file) => {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n')
    const frames = lines.flatMap((line): Captured[] => {
      const found = /^(?:command|dynamic) {2}(.+?): header=(\w+) body=(\w+)(?: crc=(\w+))?$/.exec(line)
      return found
        ? [{ what: found[1] ?? '', header: found[2] ?? '', body: found[3] ?? '', crc: found[4] ?? null }]
        : []
    })
    return { file, frames }
  })

/** Row 0 red, 1 green, 2 blue, 3 white; (5,10) white, (0,15) red, (15,15) green. */
function drawnPicture(): Picture {
  const picture = darkPicture(16, 16)
  const rows = [
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [255, 255, 255],
  ]
  for (const [y, colour] of rows.entries()) for (let x = 0; x < 16; x += 1) picture.pixels.set(colour, (y * 16 + x) * 3)
  picture.pixels.set([255, 255, 255], (10 * 16 + 5) * 3)
  picture.pixels.set([255, 0, 0], 15 * 16 * 3)
  picture.pixels.set([0, 255, 0], (15 * 16 + 15) * 3)
  return picture
}

const colourOf = (file: string): Bx6Colour =>
  file.includes('2byte') ? 'rgb565' : file.includes('double') ? 'double' : 'single'
function orderOf(what: string, body: string, colour: Bx6Colour): Bx6Order {
  if (what.startsWith('ping')) return { kind: 'ping' }
  if (what === 'screen on' || what === 'screen off') return { kind: 'power', on: what === 'screen on' }
  if (what === 'brightness 7') return { kind: 'brightness', levels: 7 }
  if (what === 'delete area 3') return { kind: 'delete-areas', ids: [3] }
  if (what === 'delete all areas') return { kind: 'delete-areas', ids: 'all' }
  if (what === 'set time') {
    const [low = '', high = '', month, day, hour, minute, second] = body.slice(10).match(/../g) ?? []
    return { kind: 'time', at: parseLocalTime(`${high}${low}-${month}-${day}T${hour}:${minute}:${second}`) }
  }
  const still = stillArea(drawnPicture(), 16, 8)
  const pages = still.pages.map((page) => ({ ...page, stay: 500 }))
  return { kind: 'show', colour, areas: [{ ...still, id: 3, timeout: 10, pages }] }
}

describe.each(captures)('$file', ({ file, frames }) => {
  const colour = colourOf(file)
  test('LV1 the capture is read at all', () => expect(frames.length).toBeGreaterThan(8))
  test.each(frames)('LV1 "$what" is byte for byte what the maker’s program sends', ({ what, header, body, crc }) => {
    const captured = Buffer.from(header, 'hex')
    // Only sequence number and random byte are the moment's; all else must come out by itself.
    const moment = { sequence: captured.readUInt16LE(10), random: captured[15] ?? 0 }
    const family = file.includes('-q-') ? 'Q' : 'EM'
    const address: Bx6Address = {
      ...(what.startsWith('ping') ? { ...BX6_BROADCAST, family } : bx6Card(0x0651, family)),
      ...moment,
    }
    const order = orderOf(what, body, colour)
    const parts = bx6Parts(order, address)
    expect({
      header: hex(parts.header),
      body: hex(parts.body),
      crc: parts.crc === null ? null : parts.crc.toString(16).padStart(4, '0'),
    }).toEqual({
      header,
      body,
      crc,
    })
    const decoded = decodeBx6(encodeBx6(order, address), colour)
    expect(decoded && hex(bx6Parts(decoded.order, address).body)).toBe(body)
  })
})
