import { readFileSync } from 'node:fs'
import { importMatters, readImported, writeImported } from '../catalogue/import-matters.ts'
import { readMatterCsv } from '../catalogue/read-matter-csv.ts'
import { readHall } from '../config.ts'

const usage = '用法：npm run tingshi -- import-matters 文件.csv\n读入事项表（UTF-8 或 GBK）。同一实施编码再次导入是更新，不会重复。网关重启后生效。'

/** Prints how many came in, what was missing, and every rejected row with its reason. */
export function importCommand(args: string[], settings: { dataDir: string; hallDir: string }): number {
  const [file] = args
  if (file === undefined || args.includes('--help')) {
    console.log(usage)
    return file === undefined ? 2 : 0
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
  const read = readMatterCsv(bytes)
  if (!read.ok) {
    console.error(`没有导入：${read.message}`)
    return 1
  }
  const result = importMatters(hall.hall, readImported(settings.dataDir), read.rows)
  writeImported(settings.dataDir, result.matters)
  console.log(`导入 ${read.rows.length} 条：新增 ${result.added}，更新 ${result.updated}，没有变化 ${result.unchanged}`)
  const missing = Object.entries(read.missing)
  console.log(missing.length === 0 ? '各列都有内容' : `没有提供：${missing.map(([column, count]) => `${column} ${count} 条`).join('，')}`)
  console.log(`没有收的行：${read.rejected.length}`)
  for (const { row, reason } of read.rejected) console.log(`  第 ${row} 行：${reason}`)
  return read.rows.length === 0 ? 1 : 0
}
