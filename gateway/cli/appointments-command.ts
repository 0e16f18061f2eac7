import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { dayAt } from '../contract/hall-time.ts'
import { readAppointmentSheet } from './read-appointment-sheet.ts'
import { wallTime } from '../time.ts'

const usage = `用法：npm run tingshi -- import-appointments 文件.csv|文件.xlsx
第一行写列名：预约编号、预约码、事项编号、队列、日期、时间。事项编号和队列写一个就行；预约码空着由大厅发。
网关要开着。地址用 TINGSHI_URL（默认 http://127.0.0.1:8080），口令用 TINGSHI_TOKEN（岗位 integration）。`
const hallAnswer = z.object({ timeZone: z.string() })
const AT_ONCE = 200

interface BatchAnswer {
  total: number
  /** Of `total`: those that were not there before. */
  fresh: number
  refused: {
    nth: number
    reference: string | null
    message: string
    details?: { faults?: { at: string; message: string }[] }
  }[]
}

/**
 * Sends a table of appointments to the running gateway: the only one that writes the log. Prints every refused row with its reason. Exit code
 * 0 = every row is in the hall now, 1 = some are not, 2 = wrong call.
 */
export async function appointmentsCommand(
  args: string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const [file] = args
  if (file === undefined || args.includes('--help')) {
    console.log(usage)
    return file === undefined ? 2 : 0
  }
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    console.error(`打不开文件 ${file}。请检查名字和权限。`)
    return 1
  }
  const url = env.TINGSHI_URL ?? 'http://127.0.0.1:8080'
  const hall = await fetch(`${url}/api/v1/hall`).then(
    (answer) => answer.json() as Promise<unknown>,
    () => null,
  )
  const answered = hallAnswer.safeParse(hall)
  const read = readAppointmentSheet(bytes, dayAt(wallTime(), answered.data?.timeZone ?? 'Asia/Shanghai'))
  if (!read.ok) {
    console.error(`没有导入：${read.message}\n${usage}`)
    return 1
  }
  const { appointments } = read
  let fresh = 0
  let known = 0
  const refused: string[] = read.refused.map(({ row, message }) => `  第 ${row} 行：${message}`)
  for (let from = 0; from < appointments.length; from += AT_ONCE) {
    const part = appointments.slice(from, from + AT_ONCE)
    const answer = await fetch(`${url}/api/v1/appointments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${env.TINGSHI_TOKEN ?? ''}` },
      body: JSON.stringify({ appointments: part.map(({ row: _, ...one }) => one) }),
    }).catch(() => null)
    if (!answer) {
      console.error(`连不上网关 ${url}。请先启动它，或用 TINGSHI_URL 写它的地址。`)
      return 1
    }
    const body = (await answer.json()) as BatchAnswer & { error?: { message: string } }
    if (!answer.ok) {
      console.error(`没有导入：${body.error?.message ?? answer.status}`)
      return 1
    }
    fresh += body.fresh
    known += body.total - body.fresh
    for (const { nth, message, details } of body.refused) {
      const why = details?.faults?.map((fault) => `${fault.at}：${fault.message}`).join('；') ?? message
      refused.push(`  第 ${part[nth - 1]?.row ?? '?'} 行：${why}`)
    }
  }
  const before = known === 0 ? '' : `以前导入过 ${known} 条，`
  console.log(`导入 ${fresh} 条新预约，${before}没有收的行：${refused.length}`)
  for (const line of [...refused, ...read.notes]) console.log(line)
  return refused.length > 0 || appointments.length === 0 ? 1 : 0
}
