import { createHash } from 'node:crypto'
import type { Picture } from '../../../../display/led/picture.ts'
import { askFor } from '../ask-for.ts'
import { type CardDriver, type CardLine, type CardResult, filmLoopMs } from '../card-driver.ts'
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
import { type HuiduOrder, decodeHuiduAnswer, encodeHuiduOrder, huiduMethod } from './huidu-xml.ts'

const PART = 8_000
const MOST_PICTURES = 48

interface PictureFile {
  png: Buffer
  file: string
}
const files = new WeakMap<Picture, Promise<PictureFile>>()
/** The same picture is the same file; packing it is work. */
function fileOf(picture: Picture): Promise<PictureFile> {
  const known = files.get(picture)
  if (known) return known
  const made = pngOf(picture).then((png) => ({
    png,
    file: `panel-${createHash('md5').update(png).digest('hex').slice(0, 12)}.png`,
  }))
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

const isOf =
  <K extends HuiduPacket['kind']>(kind: K) =>
  (answer: Uint8Array): Extract<HuiduPacket, { kind: K | 'error' }> | null => {
    const packet = decodeHuidu(answer)
    return packet?.kind === kind || packet?.kind === 'error'
      ? (packet as Extract<HuiduPacket, { kind: K | 'error' }>)
      : null
  }

/**
 * Huidu full-colour cards: pictures are uploaded as PNG, then a programme names them. Any script, as we draw it. `firstStamp`: a number
 * that grows from start to start of the gateway; a programme under a stamp that the card knows would not replace what it shows.
 */
export function huiduDriver(width: number, height: number, firstStamp: number): CardDriver {
  let guid = '##GUID'
  let stamp = firstStamp
  let uploaded = new Set<string>()
  async function order(line: CardLine, what: HuiduOrder): Promise<CardResult> {
    const gather = gatherHuiduXml()
    const parts = encodeHuiduXml(encodeHuiduOrder(what, guid))
    for (const part of parts.slice(0, -1)) if (!(await line.tell(part))) return { kind: 'gone' }
    return (
      (await askFor(line, parts.at(-1) ?? new Uint8Array(), (bytes): { trouble: CardResult } | null => {
        const packet = decodeHuidu(bytes)
        if (packet?.kind === 'error') return { trouble: { kind: 'refused', error: String(packet.code) } }
        const xml = packet?.kind === 'xml-answer' ? gather(packet) : null
        const answer = xml === null ? null : decodeHuiduAnswer(xml)
        // A notice of the card's own says another method than ours.
        if (answer?.method !== huiduMethod(what)) return null
        if (what.kind === 'hello') guid = answer.guid
        return { trouble: answer.result === 'kSuccess' ? null : { kind: 'refused', error: answer.result } }
      })) ?? { trouble: { kind: 'gone' } as const }
    ).trouble
  }
  async function upload(line: CardLine, png: Buffer, name: string): Promise<CardResult> {
    const md5 = createHash('md5').update(png).digest('hex')
    const head = encodeHuidu({ kind: 'file-start', md5, size: png.length, name })
    const start = await askFor(line, head, isOf('file-start-answer'))
    if (!start) return { kind: 'gone' }
    if (start.kind === 'error') return { kind: 'refused', error: String(start.code) }
    if (start.status !== 0) return { kind: 'refused', error: String(start.status) }
    for (let at = start.existing; at < png.length; at += PART) {
      const part = encodeHuidu({ kind: 'file-content', bytes: png.subarray(at, at + PART) })
      if (!(await line.tell(part))) return { kind: 'gone' }
    }
    // Cards that acknowledge each part say so before they come to the end.
    const end = await askFor(line, encodeHuidu({ kind: 'file-end' }), isOf('file-end-answer'))
    if (!end) return { kind: 'gone' }
    if (end.kind === 'error') return { kind: 'refused', error: String(end.code) }
    return end.status === 0 ? null : { kind: 'refused', error: String(end.status) }
  }
  return {
    // Heartbeats are not answers to anything.
    reader: (onAnswer) =>
      readHuiduPackets((packet) => packet && !packet.kind.startsWith('heartbeat') && onAnswer(encodeHuidu(packet))),
    async greet(line) {
      guid = '##GUID'
      uploaded = new Set()
      const ask = encodeHuidu({ kind: 'version-ask', version: HUIDU_VERSION })
      const version = await askFor(line, ask, isOf('version-answer'))
      if (!version) return { kind: 'gone' }
      if (version.kind === 'error') return { kind: 'refused', error: String(version.code) }
      return order(line, { kind: 'hello' })
    },
    async show(line, { film }) {
      const images: { file: string; ms: number }[] = []
      for (const { picture, ms } of thinned(film().frames, MOST_PICTURES)) {
        const { png, file } = await fileOf(picture)
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
    loopMs: filmLoopMs,
    power: (line, on) => order(line, { kind: 'power', on }),
    brightness: (line, percent) => order(line, { kind: 'brightness', percent }),
    clock: (line, at) => order(line, { kind: 'time', at }),
  }
}
