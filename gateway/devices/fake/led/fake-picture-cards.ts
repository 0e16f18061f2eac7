import { createHash } from 'node:crypto'
import { type Picture, darkPicture } from '../../../../display/led/picture.ts'
import {
  type HuiduPacket,
  encodeHuidu,
  encodeHuiduXml,
  gatherHuiduXml,
  readHuiduPackets,
} from '../../led/huidu/huidu-packets.ts'
import { decodeHuiduOrder, encodeHuiduAnswer, huiduMethod } from '../../led/huidu/huidu-xml.ts'
import {
  NOVASTAR_BLANK,
  NOVASTAR_BRIGHTNESS,
  encodeNovastar,
  readNovastarPackets,
} from '../../led/novastar/novastar-codec.ts'
import { type FakeCard, nothingSeen, remember } from './fake-card.ts'
import { createCanvas, skia } from '../../canvas.ts'

const GUID = '3f1e6c1a'

/** A Huidu card: handshake with a guid, files checked by size and MD5, a programme that may only name files that are there. */
export function fakeHuidu({
  width,
  height,
}: {
  width: number
  height: number
}): FakeCard & { stamps: readonly number[] } {
  const stamps: number[] = []
  const seen = nothingSeen()
  const files = new Map<string, Buffer>()
  let showing = darkPicture(width, height)
  let onChange = (): void => {}
  async function draw(png: Buffer | undefined): Promise<void> {
    if (!png) return
    const pen = createCanvas(width, height).getContext('2d')
    pen.drawImage(await skia().loadImage(png), 0, 0)
    const { data } = pen.getImageData(0, 0, width, height)
    const picture: Picture = darkPicture(width, height)
    for (let dot = 0; dot < width * height; dot += 1) picture.pixels.set(data.subarray(dot * 4, dot * 4 + 3), dot * 3)
    showing = picture
    onChange()
  }
  return {
    seen,
    stamps,
    attend(say, manner) {
      const gather = gatherHuiduXml()
      let coming: { name: string; md5: string; size: number; parts: Uint8Array[] } | null = null
      const notice = (): void => {
        if (!manner.isChatty()) return
        const text = encodeHuiduAnswer(GUID, 'GetDeviceInfo', 'kSuccess', '<screen state="changed"/>')
        for (const part of encodeHuiduXml(text, 'xml-answer')) say(part)
      }
      const xml = (text: string): void => {
        const read = decodeHuiduOrder(text)
        if (!read || (read.order.kind !== 'hello' && read.guid !== GUID)) {
          seen.broken += 1
          return say(encodeHuidu({ kind: 'error', code: 1 }))
        }
        const { order } = read
        remember(seen, order.kind)
        let result = manner.refuses(order.kind) && order.kind !== 'hello' ? 'kBusy' : 'kSuccess'
        if (result === 'kSuccess') {
          if (order.kind === 'power') seen.on = order.on
          if (order.kind === 'brightness') seen.brightness = order.percent
          if (order.kind === 'delete-files') for (const name of order.files) files.delete(name)
          if (order.kind === 'show' && order.images.some(({ file }) => !files.has(file))) result = 'kFileNotFound'
          else if (order.kind === 'show') void draw(files.get(order.images.at(-1)?.file ?? ''))
        }
        notice()
        if (order.kind === 'show') stamps.push(order.stamp)
        const more = order.kind === 'hello' ? '<version value="1000000"/>' : ''
        for (const part of encodeHuiduXml(encodeHuiduAnswer(GUID, huiduMethod(order), result, more), 'xml-answer'))
          say(part)
        onChange()
      }
      const take = (packet: HuiduPacket | null): void => {
        if (!packet) {
          seen.broken += 1
          return
        }
        if (packet.kind === 'version-ask') say(encodeHuidu({ kind: 'version-answer', version: packet.version }))
        if (packet.kind === 'heartbeat-ask') say(encodeHuidu({ kind: 'heartbeat-answer' }))
        if (packet.kind === 'xml-ask') {
          const text = gather(packet)
          if (text !== null) xml(text)
        }
        if (packet.kind === 'file-start') {
          coming = { ...packet, parts: [] }
          say(encodeHuidu({ kind: 'file-start-answer', status: 0, existing: 0 }))
        }
        if (packet.kind === 'file-content') {
          coming?.parts.push(packet.bytes)
          if (manner.isChatty()) say(encodeHuidu({ kind: 'file-content-answer', status: 0 }))
        }
        if (packet.kind === 'file-end') {
          notice()
          const bytes = Buffer.concat(coming?.parts ?? [])
          const whole =
            coming !== null &&
            bytes.length === coming.size &&
            createHash('md5').update(bytes).digest('hex') === coming.md5
          if (whole && coming) files.set(coming.name, bytes)
          else seen.broken += 1
          say(encodeHuidu({ kind: 'file-end-answer', status: whole ? 0 : 1 }))
        }
      }
      return readHuiduPackets(take)
    },
    picture: () => (seen.on ? showing : darkPicture(width, height)),
    onChange: (listener) => void (onChange = listener),
  }
}

/** A NovaStar sending box: brightness and blank; it carries no pixels, so its picture stays dark. */
export function fakeNovastar({ width, height }: { width: number; height: number }): FakeCard {
  const seen = nothingSeen()
  return {
    seen,
    attend: (say, manner) =>
      readNovastarPackets((packet) => {
        if (!packet) {
          seen.broken += 1
          return
        }
        const order = packet.address === NOVASTAR_BRIGHTNESS ? 'brightness' : 'blank'
        remember(seen, order)
        const isRefused = manner.refuses(order === 'blank' ? 'power' : order)
        if (!isRefused && packet.address === NOVASTAR_BRIGHTNESS) seen.brightness = packet.data[0] ?? null
        if (!isRefused && packet.address === NOVASTAR_BLANK) seen.on = packet.data[0] === 0
        say(
          encodeNovastar({
            ...packet,
            isAnswer: true,
            ack: isRefused ? 4 : 0,
            src: packet.dst,
            dst: packet.src,
            data: new Uint8Array(),
          }),
        )
      }),
    picture: () => darkPicture(width, height),
    onChange: () => {},
  }
}
