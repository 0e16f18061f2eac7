import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Hall, hall } from '../contract/hall.ts'
import { type Matter, matter } from '../contract/matter.ts'
import { crossFaults } from './cross-check.ts'
import { type Sheet, readSheet } from './read-sheet.ts'

/** One thing that is wrong in a hall folder: where, and what to do. Lines and columns count from 1. */
export interface HallFault {
  file: string
  line: number
  column: number
  /** Path inside the file: counters.3.zone. */
  key: string
  message: string
}

/** Which file holds which part of the hall; hall.yaml holds the rest. */
const lists = { departments: 'departments.yaml', queues: 'queues.yaml', counters: 'counters.yaml', flows: 'flows.yaml', notices: 'notices.yaml' } as const
const mixed = 'terminals.yaml'

/** Reads a whole hall folder. All faults are told at once, so that a person mends them in one go. */
export function readHall(folder: string): { ok: true; hall: Hall; matters: Matter[] } | { ok: false; faults: HallFault[] } {
  if (!existsSync(join(folder, 'hall.yaml'))) {
    return { ok: false, faults: [{ file: join(folder, 'hall.yaml'), line: 1, column: 1, key: '', message: '没有找到 hall.yaml。请检查 TINGSHI_HALL 指的文件夹。' }] }
  }
  const faults: HallFault[] = []
  const open = (file: string): Sheet => {
    const sheet = readSheet(folder, file)
    faults.push(...sheet.faults)
    return sheet
  }
  const head = open('hall.yaml')
  const devices = open(mixed)
  const parts = Object.entries(lists).map(([key, file]) => [key, open(file)] as const)
  const sheetOf = (key: string): { sheet: Sheet; inside: boolean } => {
    const own = parts.find(([name]) => name === key)
    if (own) return { sheet: own[1], inside: true }
    return { sheet: key in (devices.value as object) ? devices : head, inside: false }
  }
  const place = (path: readonly PropertyKey[], message: string): HallFault => {
    const { sheet, inside } = sheetOf(String(path[0] ?? ''))
    return sheet.faultAt(inside ? path.slice(1) : path, message, path)
  }
  const raw = { ...(head.value as object), ...(devices.value as object), ...Object.fromEntries(parts.map(([key, sheet]) => [key, sheet.value ?? []])) }
  const parsed = hall.safeParse(raw)
  if (!parsed.success && faults.length === 0) faults.push(...parsed.error.issues.map((issue) => place(pathOf(issue), inWords(issue))))

  const matters: Matter[] = []
  const matterPlaces: ((message: string, key: string) => HallFault)[] = []
  const folderOfMatters = join(folder, 'matters')
  for (const name of existsSync(folderOfMatters) ? readdirSync(folderOfMatters).filter((file) => file.endsWith('.yaml')).sort() : []) {
    const sheet = open(join('matters', name))
    const list = z.array(matter).safeParse(sheet.value ?? [])
    if (list.success) {
      list.data.forEach((one, index) => matterPlaces.push((message, key) => sheet.faultAt([index, key], message)))
      matters.push(...list.data)
    } else if (sheet.faults.length === 0) faults.push(...list.error.issues.map((issue) => sheet.faultAt(pathOf(issue), inWords(issue))))
  }
  if (parsed.success) faults.push(...crossFaults(parsed.data, matters, place, (index, key, message) => (matterPlaces[index] as (message: string, key: string) => HallFault)(message, key)))
  return parsed.success && faults.length === 0 ? { ok: true, hall: parsed.data, matters } : { ok: false, faults }
}

const pathOf = (issue: z.core.$ZodIssue): PropertyKey[] => (issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path)

/** zod's finding as a sentence that says what to do. */
function inWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `不认识“${issue.keys.join('、')}”。请检查拼写，或删掉。`
    case 'invalid_type':
      return issue.input === undefined ? '这里缺一项，请补上。' : `这里要写${({ string: '文字（数字请加引号）', number: '数字', array: '列表', boolean: 'true 或 false' } as Record<string, string>)[issue.expected] ?? issue.expected}。`
    case 'too_small':
      return '太小或是空的，请改大或补上。'
    case 'invalid_value':
      return `只能写：${issue.values.join('、')}。`
    default:
      return issue.message
  }
}
