import { createRequire } from 'node:module'
import type * as FastXml from 'fast-xml-parser'
import type { LocalTime } from '../local-time.ts'

/** What a Huidu card is asked to do. Percentages are 1–100. */
export type HuiduOrder =
  | { kind: 'hello' }
  | { kind: 'device-info' }
  | { kind: 'brightness'; percent: number }
  | { kind: 'power'; on: boolean }
  | { kind: 'time'; at: LocalTime }
  /** Pictures that were uploaded, one after another, filling the screen; replaces all that was shown. `stamp`: any new number. */
  | { kind: 'show'; width: number; height: number; images: readonly { file: string; ms: number }[]; stamp: number }
  | { kind: 'delete-files'; files: readonly string[] }

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

const programId = 'tingshi-panel'
const two = (value: number): string => String(value).padStart(2, '0')

/** An order as XML; `guid` is what the card gave in the handshake (`##GUID` before). Source: maker's C# demo and SDK paper. */
export function encodeHuiduOrder(order: HuiduOrder, guid: string): string {
  const { method, inside } = callOf(order)
  return `<?xml version="1.0" encoding="utf-8"?>\n<sdk guid="${escapeXml(guid)}"><in method="${method}">${inside}</in></sdk>`
}

function callOf(order: HuiduOrder): { method: string; inside: string } {
  switch (order.kind) {
    case 'hello':
      return { method: 'GetIFVersion', inside: '<version value="1000000"/>' }
    case 'device-info':
      return { method: 'GetDeviceInfo', inside: '' }
    case 'brightness':
      return {
        method: 'SetLuminancePloy',
        inside: `<mode value="default"/><default value="${Math.min(100, Math.max(1, Math.round(order.percent)))}"/><ploy/>`,
      }
    case 'power':
      return { method: order.on ? 'OpenScreen' : 'CloseScreen', inside: '' }
    case 'time': {
      const { year, month, day, hour, minute, second } = order.at
      const time = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`
      const zone = '(UTC+08:00)Beijing,Chongqing,HongKong,Urumchi'
      return {
        method: 'SetTimeInfo',
        inside: `<timezone value="${zone}"/><summer enable="false"/><sync value="none"/><time value="${time}"/>`,
      }
    }
    case 'delete-files':
      return {
        method: 'DeleteFiles',
        inside: `<files>${order.files.map((name) => `<file name="${escapeXml(name)}"/>`).join('')}</files>`,
      }
    case 'show': {
      const { width, height, images, stamp } = order
      const resources = images
        .map(({ file, ms }, nth) => {
          // Durations are tenths of a second; 0 = at once.
          const effect = `<effect in="0" out="0" inSpeed="0" outSpeed="0" duration="${Math.max(1, Math.round(ms / 100))}"/>`
          return `<image guid="image-${nth}" fit="stretch"><file name="${escapeXml(file)}"/>${effect}</image>`
        })
        .join('')
      const area = `<area guid="area-0" alpha="255"><rectangle x="0" y="0" width="${width}" height="${height}"/><resources>${resources}</resources></area>`
      return {
        method: 'AddProgram',
        inside: `<screen timeStamps="${stamp}"><program guid="${programId}" type="normal">${area}</program></screen>`,
      }
    }
  }
}

const require = createRequire(import.meta.url)
let parser: FastXml.XMLParser | null = null
/** Loaded with the first answer of a card. */
function xmlParser(): FastXml.XMLParser {
  const { XMLParser }: typeof FastXml = require('fast-xml-parser')
  parser ??= new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    processEntities: true,
  })
  return parser
}
type Node = Record<string, unknown>
const inside = (node: unknown, key: string): Node => {
  const found = typeof node === 'object' && node !== null ? (node as Node)[key] : undefined
  const first = Array.isArray(found) ? found[0] : found
  return typeof first === 'object' && first !== null ? (first as Node) : {}
}
const word = (node: Node, key: string): string => String(node[key] ?? '')

/** What a card answered; null when it is no XML of this kind. `result` is `kSuccess` or the maker's word for what is wrong. */
export function decodeHuiduAnswer(xml: string): { guid: string; method: string; result: string } | null {
  const sdk = inside(parseOrNothing(xml), 'sdk')
  const out = inside(sdk, 'out')
  return word(out, 'method') === ''
    ? null
    : { guid: word(sdk, 'guid'), method: word(out, 'method'), result: word(out, 'result') }
}

/** The order that the card hears; the simulated card reads through this. null when it is none, or none that we send. */
export function decodeHuiduOrder(xml: string): { guid: string; order: HuiduOrder } | null {
  const sdk = inside(parseOrNothing(xml), 'sdk')
  const call = inside(sdk, 'in')
  const list = (node: Node, key: string): Node[] =>
    Array.isArray(node[key]) ? (node[key] as Node[]) : node[key] === undefined ? [] : [inside(node, key)]
  const order = ((): HuiduOrder | null => {
    switch (word(call, 'method')) {
      case 'GetIFVersion':
        return { kind: 'hello' }
      case 'GetDeviceInfo':
        return { kind: 'device-info' }
      case 'SetLuminancePloy':
        return { kind: 'brightness', percent: Number(word(inside(call, 'default'), 'value')) }
      case 'OpenScreen':
      case 'CloseScreen':
        return { kind: 'power', on: word(call, 'method') === 'OpenScreen' }
      case 'SetTimeInfo': {
        const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (
          word(inside(call, 'time'), 'value').match(/\d+/g) ?? []
        ).map(Number)
        return { kind: 'time', at: { year, month, day, hour, minute, second, weekday: 0 } }
      }
      case 'DeleteFiles':
        return { kind: 'delete-files', files: list(inside(call, 'files'), 'file').map((file) => word(file, 'name')) }
      case 'AddProgram': {
        const screen = inside(call, 'screen')
        const area = inside(inside(screen, 'program'), 'area')
        const box = inside(area, 'rectangle')
        const images = list(inside(area, 'resources'), 'image').map((image) => ({
          file: word(inside(image, 'file'), 'name'),
          ms: Number(word(inside(image, 'effect'), 'duration')) * 100,
        }))
        return {
          kind: 'show',
          width: Number(word(box, 'width')),
          height: Number(word(box, 'height')),
          images,
          stamp: Number(word(screen, 'timeStamps')),
        }
      }
      default:
        return null
    }
  })()
  return order && { guid: word(sdk, 'guid'), order }
}

function parseOrNothing(xml: string): unknown {
  try {
    return xmlParser().parse(xml, true)
  } catch {
    return null
  }
}

/** The card's answer to an order; the simulated card speaks through this. */
export const encodeHuiduAnswer = (guid: string, method: string, result: string, more = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<sdk guid="${escapeXml(guid)}"><out method="${method}" result="${result}">${more}</out></sdk>`

/** The maker's name of an order, as answers repeat it. */
export const huiduMethod = (order: HuiduOrder): string => callOf(order).method
