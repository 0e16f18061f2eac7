import { existsSync, readFileSync } from 'node:fs'
import type { Floor, NewHallAnswers, WantedDepartment, WantedDevices } from './hall-plan.ts'
import { readDepartmentSheet } from './read-department-sheet.ts'

export type Read<T> = { ok: true; value: T } | { ok: false; message: string }
const taken = <T>(value: T): Read<T> => ({ ok: true, value })
const no = (message: string): { ok: false; message: string } => ({ ok: false, message })
const MOST_FLOORS = 60
const MOST_COUNTERS = 60
const PRINTER_PORT = 9100

/** One of the five: how it is asked, what an empty answer means (null = it needs one), how an answer is read. */
export interface Question<Key extends keyof NewHallAnswers> {
  key: Key
  flag: string
  ask: string
  usual: string | null
  read(answer: string, known: Partial<NewHallAnswers>): Read<NewHallAnswers[Key]>
}

export const questions = [
  {
    key: 'name',
    flag: '--name',
    ask: '大厅叫什么名字？',
    usual: null,
    read: (answer: string) => (answer.length > 40 ? no('名字最多 40 个字。') : taken(answer)),
  } satisfies Question<'name'>,
  {
    key: 'floors',
    flag: '--floors',
    ask: '有几层？写层数，或者写是哪几层，例如 2，或 1、5',
    usual: '1',
    read: readFloors,
  } satisfies Question<'floors'>,
  {
    key: 'departments',
    flag: '--departments',
    ask: '有哪些部门？用顿号隔开；或者写一个表格文件（xlsx、csv，要有“部门”一列）',
    usual: null,
    read: readDepartments,
  } satisfies Question<'departments'>,
  {
    key: 'counters',
    flag: '--counters',
    ask: '每条队列几个窗口？',
    usual: '2',
    read(answer: string) {
      const many = /^\d{1,3}$/.test(answer) ? Number(answer) : 0
      return many >= 1 && many <= MOST_COUNTERS ? taken(many) : no(`请写 1 到 ${MOST_COUNTERS} 的数字。`)
    },
  } satisfies Question<'counters'>,
  {
    key: 'devices',
    flag: '--devices',
    ask: '有哪些设备？例如：终端 2，打印机 192.0.2.10，综合屏 1，LED 屏 1。没有的不写',
    usual: '终端 1，综合屏 1',
    read: readDevices,
  } satisfies Question<'devices'>,
] as const

const words = (answer: string): string[] =>
  answer
    .split(/[、，,；;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** 2 = floors 1 and 2; 1、5 = these; 负1 or -1 is a basement. */
export function readFloors(answer: string): Read<Floor[]> {
  const said = words(answer).map((one) => one.replace(/\s*[楼层]$/, '').replace(/^(?:负|地下)/, '-'))
  const isCount = said.length === 1 && /^\d+$/.test(said[0] ?? '')
  const count = Number(said[0])
  if (isCount && (count < 1 || count > MOST_FLOORS)) return no(`层数写 1 到 ${MOST_FLOORS}。`)
  const numbers = isCount ? Array.from({ length: count }, (_, nth) => String(nth + 1)) : said
  if (numbers.length === 0 || !numbers.every((one) => /^-?[1-9]\d?$/.test(one)))
    return no('请写层数，例如 2；或者写是哪几层，例如 1、5。')
  if (new Set(numbers).size < numbers.length) return no('有一层写了两次。')
  return taken(
    numbers.map((one) =>
      one.startsWith('-') ? { id: `B${one.slice(1)}`, name: `负 ${one.slice(1)} 楼` } : { id: one, name: `${one} 楼` },
    ),
  )
}

function readDepartments(answer: string, { floors = [] }: Partial<NewHallAnswers>): Read<WantedDepartment[]> {
  const isFile = /\.(xlsx|xls|csv|txt|json|et)$/i.test(answer) || existsSync(answer)
  if (!isFile) {
    const names = words(answer)
    const twice = names.find((one, nth) => names.indexOf(one) !== nth)
    if (names.length === 0) return no('请写至少一个部门，例如：市场监督管理局、税务局。')
    if (twice !== undefined) return no(`“${twice}”写了两次。`)
    return taken(names.map((name) => ({ name, floor: null, counters: null, queue: null, minutes: null })))
  }
  if (!existsSync(answer)) return no(`没有找到文件 ${answer}。`)
  return readDepartmentSheet(new Uint8Array(readFileSync(answer)), floors)
}

/** 终端 2，打印机 192.0.2.10:9100，综合屏 1，LED 屏 1; a device without a number is one. */
export function readDevices(answer: string): Read<WantedDevices> {
  const devices = { terminals: 0, screens: 0, panels: 0, printers: [] as { host: string; port: number }[] }
  for (const said of words(answer)) {
    const [, kind = '', rest = ''] = /^(终端|打印机|综合屏|大屏|屏|LED\s*屏)\s*[:：]?\s*(.*)$/i.exec(said) ?? []
    const many = rest === '' ? 1 : /^\d{1,3}\s*[台块个]?$/.test(rest) ? Number.parseInt(rest, 10) : null
    if (kind === '打印机') {
      const [, host = '', port = String(PRINTER_PORT)] = /^([\w.-]+)(?::(\d{1,5}))?$/.exec(rest) ?? []
      if (!/[.]|localhost/.test(host) || Number(port) < 1 || Number(port) > 65_535)
        return no('打印机要写地址，例如：打印机 192.0.2.10。还不知道地址就先不写。')
      devices.printers.push({ host, port: Number(port) })
    } else if (kind === '' || many === null) return no(`看不懂“${said}”。请照例子写：终端 2，综合屏 1。`)
    else if (kind === '终端') devices.terminals = many
    else if (/^LED/i.test(kind)) devices.panels = many
    else devices.screens = many
  }
  return taken(devices)
}
