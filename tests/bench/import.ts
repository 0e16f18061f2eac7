import { resolve } from 'node:path'
import writeXlsxFile from 'write-excel-file/node'
import { mattersOfRows } from '../../gateway/catalogue/import-matters.ts'
import { readTables } from '../../gateway/sheets/read-tables.ts'
import { readMatterRows } from '../../gateway/catalogue/read-matter-rows.ts'
import { readHall } from '../../gateway/config.ts'

/** `npm run bench:import`: 20,000 rows as matters of the sample hall; the floor is the same file only opened. */
const hall = readHall(resolve(import.meta.dirname, '../../assets/sample-hall'))
if (!hall.ok) throw new Error('the sample hall has faults')
const head = ['实施编码', '事项名称', '部门', '主项名称', '事项类型', '在线办理链接']
const rows = Array.from({ length: 20_000 }, (_, nth) => [
  `511B-${nth}`,
  `第 ${nth} 个事项的办理`,
  '公安局',
  '主项',
  '行政许可',
  `https://hall.example/${nth}`,
])
const files = {
  csv: Buffer.from([head, ...rows].map((row) => row.join(',')).join('\n')),
  xlsx: await writeXlsxFile([head, ...rows], { sheet: '事项' }).toBuffer(),
}
for (const [kind, bytes] of Object.entries(files)) {
  const begin = performance.now()
  await readTables(bytes)
  const floor = performance.now() - begin
  const from = performance.now()
  const read = await readMatterRows(bytes)
  if (!read.ok || mattersOfRows(hall.hall, read.rows).length !== rows.length) throw new Error('not all rows came in')
  console.log(
    `${kind}: ${Math.round(performance.now() - from)} ms for ${rows.length} matters, floor ${Math.round(floor)} ms (only opened)`,
  )
}
