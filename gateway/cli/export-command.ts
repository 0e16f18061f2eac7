import { renameSync, writeFileSync } from 'node:fs'
import { readCatalogue } from '../catalogue/catalogue-files.ts'
import { exportMatters } from '../catalogue/export-matters.ts'
import { withImported } from '../catalogue/import-matters.ts'
import { readHall } from '../config.ts'
import { catalogueNow } from './order-catalogue.ts'

const usage = `用法：npm run tingshi -- export-matters 文件.xlsx
把本厅现在的全部事项写成 Excel。改好以后可以用 import-matters 再导入。网关开着或关着都可以。`

/** The hall's own matters with the imported ones over them, as a workbook that `import-matters` reads back. */
export async function exportCommand(
  args: string[],
  { dataDir, hallDir }: { dataDir: string; hallDir: string },
): Promise<number> {
  const file = args.find((word) => !word.startsWith('--'))
  if (file === undefined || args.includes('--help')) {
    console.log(usage)
    return args.includes('--help') ? 0 : 2
  }
  const hall = readHall(hallDir)
  const now = readCatalogue(dataDir, await catalogueNow(dataDir))
  if (!hall.ok || !now.ok) {
    console.error(now.ok ? '大厅文件夹有错，先运行：npm run tingshi -- check' : now.message)
    return 1
  }
  const matters = withImported(hall.matters, now.catalogue.matters)
  try {
    writeFileSync(`${file}.part`, await exportMatters(hall.hall, matters))
    renameSync(`${file}.part`, file)
  } catch {
    console.error(`写不了文件 ${file}。请检查文件夹和权限，并关掉正在打开它的表格软件。`)
    return 1
  }
  console.log(`导出 ${matters.length} 个事项：${file}`)
  return 0
}
