import { resolve } from 'node:path'
import { momentIn } from '../clock.ts'
import { readHall } from '../config.ts'
import { saySigns } from './say-signs.ts'
import { calendarGap } from '../hall/calendar-gap.ts'
import { calendarFolder, readCalendar } from '../hall/read-calendar.ts'

/** `check HALL`: every fault of a hall folder with file, line, column and key; exit code 1 when there is one. */
export function checkCommand(args: string[], settings: { hallDir: string }): number {
  if (args.includes('--help')) {
    console.log('用法：npm run tingshi -- check 大厅文件夹\n检查大厅文件夹，一次报出所有错误。')
    return 0
  }
  const hallDir = args[0] === undefined ? settings.hallDir : resolve(args[0])
  const read = readHall(hallDir)
  if (!read.ok) {
    for (const { file, line, column, key, message } of read.faults)
      console.error(`${file}:${line}:${column} ${key} ${message}`)
    console.error(`共 ${read.faults.length} 处要改`)
    return 1
  }
  const { hall, matters } = read
  console.log(
    `${hall.name}：${hall.departments.length} 个部门，${matters.length} 个事项，${hall.counters.length} 个窗口，${hall.queues.length} 条队列，${hall.terminals.length} 台终端。没有错误。`,
  )
  const names = [hall.name, ...hall.queues.map(({ name }) => name), ...matters.map(({ name }) => name)]
  for (const line of saySigns(hall, names)) console.log(line)
  const gap = calendarGap(readCalendar(calendarFolder, hallDir), momentIn(hall.timeZone)().day)
  if (gap !== null) console.log(gap)
  return 0
}
