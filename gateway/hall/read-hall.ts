import { join } from 'node:path'
import { z } from 'zod'
import { type Hall, hall } from '../contract/hall.ts'
import { type Matter, matter } from '../contract/matter.ts'
import { bookingFaults } from './booking-faults.ts'
import { crossFaults } from './cross-check.ts'
import { type HallFolder, onDisk } from './hall-folder.ts'
import type { HallFault, PlaceFault } from './hall-fault.ts'
import { lineFaults } from './line-faults.ts'
import { mailFaults } from './mail-faults.ts'
import { headFaults } from './hall-rules.ts'
import { type Sheet, readSheet } from './read-sheet.ts'
import { inWords, pathOf } from './say-issue.ts'
import { type Rows, validHall, validRows } from './valid-rows.ts'

/** Which file holds which part of the hall; hall.yaml holds the rest. */
const lists = {
  departments: 'departments.yaml',
  queues: 'queues.yaml',
  counters: 'counters.yaml',
} as const
/** A hall may do without these. */
const optionalLists = {
  flows: 'flows.yaml',
  notices: 'notices.yaml',
  themes: 'themes.yaml',
  plan: 'plan.yaml',
  layouts: 'layouts.yaml',
  announcements: 'announcements.yaml',
  noticeTemplates: 'notice-templates.yaml',
  slip: 'slip.yaml',
  words: 'words.yaml',
} as const
const mixed = 'terminals.yaml'
const deviceLists = new Set([
  'terminals',
  'printers',
  'screens',
  'panels',
  'guideDesks',
  'pads',
  'scanners',
  'keypads',
  'readers',
])

/** The file in which a part of the hall stands: queues → queues.yaml, hours → hall.yaml. */
export function fileOfKey(key: string): string {
  const own: Readonly<Record<string, string>> = { ...lists, ...optionalLists }
  return own[key] ?? (deviceLists.has(key) ? mixed : 'hall.yaml')
}

/** Whether that part is the whole of a file of its own. */
export const isWholeFile = (key: string): boolean => key in lists || key in optionalLists

export interface HallRead {
  ok: true
  hall: Hall
  matters: Matter[]
}
/**
 * Reads a whole hall folder. All faults are told at once, so that a person mends them in one go. `matters`: those that are known already, when
 * their files need not be read again.
 */
export function readHall(
  given: string | HallFolder,
  known: readonly Matter[] | null = null,
): HallRead | { ok: false; faults: HallFault[] } {
  const folder = typeof given === 'string' ? onDisk(given) : given
  if (!folder.has('hall.yaml')) {
    return {
      ok: false,
      faults: [
        {
          file: typeof given === 'string' ? join(given, 'hall.yaml') : 'hall.yaml',
          line: 1,
          column: 1,
          key: '',
          message: '没有找到 hall.yaml。请检查 TINGSHI_HALL 指的文件夹。',
        },
      ],
    }
  }
  const faults: HallFault[] = []
  const open = (file: string): Sheet => {
    const sheet = readSheet(folder, file, file === mixed)
    faults.push(...sheet.faults)
    return sheet
  }
  const openMap = (file: string): { sheet: Sheet; map: Record<string, unknown> } => {
    const sheet = open(file)
    const map = z.record(z.string(), z.unknown()).safeParse(sheet.value)
    if (!map.success) faults.push(sheet.faultAt([], '这个文件要一行一行写“名称: 内容”。请照示例大厅的文件改。'))
    return { sheet, map: map.data ?? {} }
  }
  const head = openMap('hall.yaml')
  const devices = openMap(mixed)
  const there = Object.entries(optionalLists).filter(([, file]) => folder.has(file))
  const parts = [...Object.entries(lists), ...there].map(([key, file]) => [key, open(file)] as const)
  const sheetOf = (key: string): { sheet: Sheet; inside: boolean } => {
    const own = parts.find(([name]) => name === key)
    if (own) return { sheet: own[1], inside: true }
    return { sheet: key in devices.map || deviceLists.has(key) ? devices.sheet : head.sheet, inside: false }
  }
  const place: PlaceFault = (path, message) => {
    const { sheet, inside } = sheetOf(String(path[0] ?? ''))
    return sheet.faultAt(inside ? path.slice(1) : path, message, path)
  }
  const raw: Record<string, unknown> = {
    ...head.map,
    ...devices.map,
    ...Object.fromEntries(parts.map(([key, sheet]) => [key, sheet.value ?? []])),
  }
  const unreadable = (key: string): boolean => sheetOf(key).sheet.faults.length > 0
  const parsed = hall.safeParse(raw, { reportInput: true })
  // What a file that cannot be read leaves open is not a second fault.
  for (const issue of parsed.error?.issues ?? [])
    if (!unreadable(String(pathOf(issue)[0] ?? ''))) faults.push(place(pathOf(issue), inWords(issue)))
  for (const { path, message } of headFaults(raw)) faults.push(place(path, message))

  const opened = [head.sheet, devices.sheet, ...parts.map(([, sheet]) => sheet)]
  const listed: unknown[] = []
  const places: ((key: string, message: string) => HallFault)[] = []
  for (const name of known === null ? folder.list('matters').filter((file) => file.endsWith('.yaml')) : []) {
    const sheet = open(join('matters', name))
    opened.push(sheet)
    if (sheet.faults.length > 0) continue
    const read = z.array(matter).safeParse(sheet.value ?? [], { reportInput: true })
    faults.push(...(read.error?.issues ?? []).map((issue) => sheet.faultAt(pathOf(issue), inWords(issue))))
    for (const [index, one] of (Array.isArray(sheet.value) ? sheet.value : []).entries()) {
      listed.push(one)
      places.push((key, message) => sheet.faultAt([index, key], message))
    }
  }
  const matters: Rows<Matter> =
    known === null
      ? validRows(matter, listed)
      : { rows: known.map((item, index) => ({ index, item })), ids: new Set(known.map(({ id }) => id)) }
  // References into a file that cannot be read would all look wrong.
  if (opened.every((sheet) => sheet.faults.length === 0))
    faults.push(
      ...crossFaults(validHall(raw), matters, place, (index, key, message) =>
        known === null
          ? (places[index] as (typeof places)[number])(key, message)
          : { file: 'matters', line: 1, column: 1, key: known[index]?.id ?? '', message },
      ),
    )
  if (parsed.success)
    faults.push(
      ...[...bookingFaults(parsed.data), ...lineFaults(parsed.data), ...mailFaults(parsed.data)].map(
        ({ path, message }) => place(path, message),
      ),
    )
  return parsed.success && faults.length === 0
    ? { ok: true, hall: parsed.data, matters: matters.rows.map(({ item }) => item) }
    : { ok: false, faults }
}
