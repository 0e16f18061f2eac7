import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import { type AlertReport, alertReports } from '../contract/alert.ts'

const CAP = 'urn:oasis:names:tc:emergency:cap:1.2'
const words = z.coerce.string().trim()
const info = z.looseObject({
  language: words.default('zh-CN'),
  event: words,
  severity: words,
  expires: words.optional(),
  headline: words.optional(),
  description: words.optional(),
  instruction: words.optional(),
})
const message = z.looseObject({
  '@xmlns': z.string().optional(),
  identifier: words,
  sender: words,
  sent: words,
  status: words,
  scope: words.default('Public'),
  msgType: words,
  references: words.default(''),
  info: z.array(info).max(20).default([]),
})
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  isArray: (name) => name === 'info',
})

/** A document type may name files of this machine or grow without end; CAP has none. */
export const hasDoctype = (xml: string): boolean => /<!(DOCTYPE|ENTITY)/i.test(xml)

/** CAP 1.2 (OASIS, 2010) → the hall's words; null when it is not CAP 1.2, or says less than it must. */
export function readCap(xml: string): AlertReport | null {
  if (hasDoctype(xml) || !xml.includes(CAP)) return null
  let root: unknown
  try {
    root = (parser.parse(xml, true) as { alert?: unknown }).alert
  } catch {
    return null
  }
  const read = message.safeParse(root)
  if (!read.success) return null
  const { identifier, sender, sent, status, scope, msgType, references, info: infos } = read.data
  // One message may warn of several things: the gravest is told.
  const grave = infos.toSorted((one, other) => rank(one.severity) - rank(other.severity))
  const chinese = grave.find(({ language }) => language.toLowerCase().startsWith('zh')) ?? grave[0]
  const english = grave.find(({ language }) => language.toLowerCase().startsWith('en'))
  const title =
    [chinese?.headline, chinese?.event].find((one) => one && [...one].length <= 24) ?? cut(chinese?.event || '预警', 24)
  const expires = chinese?.expires === undefined ? null : Date.parse(chinese.expires)
  const told = alertReports[0].safeParse({
    type: 'receive-alert',
    reference: `${sender},${identifier},${sent}`,
    sender,
    status,
    scope,
    msgType,
    title,
    severity: chinese?.severity ?? 'Unknown',
    references: references.split(/\s+/).filter((one) => one !== ''),
    titleEn: english ? cut(english.headline || english.event, 80) : null,
    text: cut(
      [chinese?.headline || chinese?.event || '预警', chinese?.instruction ?? chinese?.description ?? '']
        .filter((one) => one !== '')
        .join('。'),
      300,
    ),
    lines: sentences(chinese?.instruction ?? chinese?.description ?? ''),
    expires: Number.isNaN(expires) ? null : expires,
  })
  return told.success ? told.data : null
}

const SEVERITIES = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown']
const rank = (severity: string): number =>
  SEVERITIES.includes(severity) ? SEVERITIES.indexOf(severity) : SEVERITIES.length
const cut = (text: string, length: number): string =>
  [...text].length <= length ? text : `${[...text].slice(0, length - 1).join('')}…`
const sentences = (text: string): string[] =>
  text
    .split(/[。；;\n]+/)
    .map((one) => cut(one.trim(), 40))
    .filter((one) => one !== '')
    .slice(0, 4)
