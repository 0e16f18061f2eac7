import { readFileSync } from 'node:fs'
import { importMatters, readImported, writeImported } from '../catalogue/import-matters.ts'
import { readMatterRows } from '../catalogue/read-matter-rows.ts'
import { readHall } from '../config.ts'

const usage =
  '用法：npm run tingshi -- import-matters 文件 [--dry-run]\n读入事项表（xlsx、csv 或每行一个 JSON）。加 --dry-run 只看会变什么，不写。同一实施编码再次导入是更新，不会重复。网关重启后生效。'

/** Prints how many came in, what was missing, and every rejected row with its reason. */
export async function importCommand(args: string[], settings: { dataDir: string; hallDir: string }): Promise<number> {
  const file = args.find((word) => !word.startsWith('--'))
  const dry = args.includes('--dry-run')
  if (file === undefined || args.includes('--help')) {
    console.log(usage)
    return args.includes('--help') ? 0 : 2
  }
  const hall = readHall(settings.hallDir)
  if (!hall.ok) {
    console.error('大厅文件夹有错，先运行：npm run tingshi -- check')
    return 1
  }
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    console.error(`打不开文件 ${file}。请检查名字和权限。`)
    return 1
  }
  const read = await readMatterRows(bytes)
  if (!read.ok) {
    console.error(`没有导入：${read.message}`)
    return 1
  }
  const result = importMatters(hall.hall, readImported(settings.dataDir), read.rows)
  if (!dry) writeImported(settings.dataDir, result.matters)
  console.log(`${dry ? '只是看看，没有写：' : ''}导入 ${read.rows.length} 条：新增 ${result.added}，更新 ${result.updated}，没有变化 ${result.unchanged}`)
  const missing = Object.entries(read.missing)
  console.log(missing.length === 0 ? '各列都有内容' : `没有提供：${missing.map(([column, count]) => `${column} ${count} 条`).join('，')}`)
  console.log(`没有收的行：${read.rejected.length}`)
  for (const [reason, count] of countBy(read.rejected.map(({ reason }) => reason.replace(/（.*?）|\d+/g, '…')))) console.log(`  ${count} 行：${reason}`)
  for (const { row, reason } of read.rejected) console.log(`  第 ${row} 行：${reason}`)
  return read.rows.length === 0 ? 1 : 0
}

function countBy(words: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>()
  for (const word of words) counted.set(word, (counted.get(word) ?? 0) + 1)
  return counted
}
