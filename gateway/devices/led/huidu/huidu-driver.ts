import { createHash } from 'node:crypto'
import type { Picture } from '../../../../display/led/picture.ts'
import type { CardDriver, CardLine, CardResult } from '../card-driver.ts'
import { pngOf } from '../picture-png.ts'
import {
  HUIDU_VERSION,
  type HuiduPacket,
  decodeHuidu,
  encodeHuidu,
  encodeHuiduXml,
  gatherHuiduXml,
  readHuiduPackets,
} from './huidu-packets.ts'
import { type HuiduOrder, decodeHuiduAnswer, encodeHuiduOrder } from './huidu-xml.ts'

const PART = 8_000
const MOST_PICTURES = 48

const files = new WeakMap<Picture, { png: Buffer; file: string }>()
/** The same picture is the same file; packing it is work. */
function fileOf(picture: Picture): { png: Buffer; file: string } {
  const known = files.get(picture)
  if (known) return known
  const png = pngOf(picture)
  const made = { png, file: `panel-${createHash('md5').update(png).digest('hex').slice(0, 12)}.png` }
  files.set(picture, made)
  return made
}

/** A film of no more than `most` frames that lasts as long: words that walk take larger steps and still come to their end. */
export function thinned<T extends { ms: number }>(frames: readonly T[], most: number): T[] {
  const each = Math.ceil(frames.length / most)
  if (each <= 1) return [...frames]
  return frames.flatMap((frame, nth) =>
    nth % each === 0 ? [{ ...frame, ms: frames.slice(nth, nth + each).reduce((sum, { ms }) => sum + ms, 0) }] : [],
  )
}

/** Huidu full-colour cards: pictures are uploaded as PNG, then a programme names them. Any script, as we draw it. */
export function huiduDriver(width: number, height: number): CardDriver {
  let guid = '##GUID'
  let stamp = 0
  let uploaded = new Set<string>()
  const hear = async (line: CardLine, packet: HuiduPacket): Promise<HuiduPacket | null> => {
    const answer = await line.ask(encodeHuidu(packet))
    return answer && decodeHuidu(answer)
  }
  async function order(line: CardLine, what: HuiduOrder): Promise<CardResult> {
    const gather = gatherHuiduXml()
    const parts = encodeHuiduXml(encodeHuiduOrder(what, guid))
    for (const part of parts.slice(0, -1)) if (!(await line.tell(part))) return { kind: 'gone' }
    let packet: HuiduPacket | null = null
    let bytes = await line.ask(parts.at(-1) ?? new Uint8Array())
    while (bytes) {
      packet = decodeHuidu(bytes)
      if (packet?.kind === 'error') return { kind: 'refused', error: String(packet.code) }
      const xml = packet?.kind === 'xml-answer' ? gather(packet) : null
      const answer = xml === null ? null : decodeHuiduAnswer(xml)
      if (answer) {
        if (what.kind === 'hello') guid = answer.guid
        return answer.result === 'kSuccess' ? null : { kind: 'refused', error: answer.result }
      }
      bytes = await line.ask(new Uint8Array())
    }
    return { kind: 'gone' }
  }
  async function upload(line: CardLine, png: Buffer, name: string): Promise<CardResult> {
    const start = await hear(line, {
      kind: 'file-start',
      md5: createHash('md5').update(png).digest('hex'),
      size: png.length,
      name,
    })
    if (start?.kind !== 'file-start-answer') return { kind: 'gone' }
    if (start.status !== 0) return { kind: 'refused', error: String(start.status) }
    for (let at = start.existing; at < png.length; at += PART) {
      if (!(await line.tell(encodeHuidu({ kind: 'file-content', bytes: png.subarray(at, at + PART) }))))
        return { kind: 'gone' }
    }
    const end = await hear(line, { kind: 'file-end' })
    if (end?.kind !== 'file-end-answer') return { kind: 'gone' }
    return end.status === 0 ? null : { kind: 'refused', error: String(end.status) }
  }
  return {
    // Heartbeats are not answers to anything.
    reader: (onAnswer) =>
      readHuiduPackets((packet) => packet && !packet.kind.startsWith('heartbeat') && onAnswer(encodeHuidu(packet))),
    async greet(line) {
      guid = '##GUID'
      uploaded = new Set()
      const version = await hear(line, { kind: 'version-ask', version: HUIDU_VERSION })
      if (version?.kind !== 'version-answer') return { kind: 'gone' }
      return order(line, { kind: 'hello' })
    },
    async show(line, { film }) {
      const images: { file: string; ms: number }[] = []
      for (const { picture, ms } of thinned(film().frames, MOST_PICTURES)) {
        const { png, file } = fileOf(picture)
        if (!uploaded.has(file)) {
          const trouble = await upload(line, png, file)
          if (trouble) return trouble
          uploaded.add(file)
        }
        images.push({ file, ms })
      }
      stamp += 1
      const trouble = await order(line, { kind: 'show', width, height, images, stamp })
      const old = [...uploaded].filter((name) => !images.some(({ file }) => file === name))
      if (!trouble && old.length > MOST_PICTURES) {
        await order(line, { kind: 'delete-files', files: old })
        for (const name of old) uploaded.delete(name)
      }
      return trouble
    },
    power: (line, on) => order(line, { kind: 'power', on }),
    brightness: (line, percent) => order(line, { kind: 'brightness', percent }),
    clock: (line, at) => order(line, { kind: 'time', at }),
  }
}
