import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import readExcel from 'read-excel-file/node'

const usage = `用法：npm run tingshi -- import-appointments 文件.csv|文件.xlsx
第一行写列名：预约编号、预约码、事项编号、队列、日期、时间。事项编号和队列写一个就行；预约码空着由大厅发。
网关要开着。地址用 TINGSHI_URL（默认 http://127.0.0.1:8080），口令用 TINGSHI_TOKEN（岗位 integration）。`
const columns = {
  预约编号: 'reference',
  预约码: 'code',
  事项编号: 'matterId',
  队列: 'queueId',
  日期: 'day',
  时间: 'clock',
} as const
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
  let table: string[][]
  try {
    table = await readTable(file)
  } catch (broken) {
    console.error(`读不懂文件 ${file}：${broken instanceof Error ? broken.message : String(broken)}`)
    return 1
  }
  const [head = [], ...rows] = table
  const names = head.map((name) => columns[name.trim() as keyof typeof columns] ?? null)
  if (!names.includes('day') || !names.includes('clock')) {
    console.error(`第一行要有“日期”和“时间”两列。\n${usage}`)
    return 1
  }
  const appointments = rows.map((row) =>
    Object.fromEntries(
      names.flatMap((name, nth) => (name === null || !row[nth]?.trim() ? [] : [[name, row[nth].trim()]])),
    ),
  )
  const url = env.TINGSHI_URL ?? 'http://127.0.0.1:8080'
  let fresh = 0
  let known = 0
  const refused: string[] = []
  for (let from = 0; from < appointments.length; from += AT_ONCE) {
    const part = appointments.slice(from, from + AT_ONCE)
    const answer = await fetch(`${url}/api/v1/appointments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${env.TINGSHI_TOKEN ?? ''}` },
      body: JSON.stringify({ appointments: part }),
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
      refused.push(`  第 ${from + nth + 1} 行：${why}`)
    }
  }
  const before = known === 0 ? '' : `以前导入过 ${known} 条，`
  console.log(`导入 ${fresh} 条新预约，${before}没有收的行：${refused.length}`)
  for (const line of refused) console.log(line)
  return refused.length > 0 || appointments.length === 0 ? 1 : 0
}

/** Rows of text; dates and hours of a sheet as 2026-03-18 and 09:30. */
async function readTable(file: string): Promise<string[][]> {
  const bytes = readFileSync(file)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const sheet = (await readExcel(bytes)) as unknown as unknown[]
    const first = sheet[0]
    const rows = (
      Array.isArray(first) ? sheet : ((first as { data: unknown[] } | undefined)?.data ?? [])
    ) as unknown[][]
    return rows.map((row) => row.map(inWords))
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('gbk').decode(bytes)
  }
  return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][]
}

const two = (value: number): string => String(value).padStart(2, '0')
function inWords(cell: unknown): string {
  if (cell instanceof Date)
    return cell.getUTCFullYear() < 1910 ? cell.toISOString().slice(11, 16) : cell.toISOString().slice(0, 10)
  // A clock of a sheet is a part of a day.
  if (typeof cell === 'number' && cell > 0 && cell < 1)
    return `${two(Math.floor(cell * 24 + 1e-6))}:${two(Math.round(cell * 1440) % 60)}`
  return cell === null || cell === undefined ? '' : String(cell)
}
