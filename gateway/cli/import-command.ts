import { readFileSync, statSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { LARGEST_FILE, USUAL_SOURCE, keepReading, planFile, takePlan } from '../catalogue/import-file.ts'
import { readHall } from '../config.ts'
import { catalogueNow, orderCatalogue } from './order-catalogue.ts'
import { planLines, readLines } from './say-plan.ts'
import { saySigns } from './say-signs.ts'

const usage = `用法：npm run tingshi -- import-matters 文件 [--dry-run] [--source 名称] [--remove] [--yes]
      npm run tingshi -- import-matters --undo
读入事项表（xlsx、csv 或 JSON），先说会变什么，再问。网关开着马上生效，已取的号不受影响。
  --dry-run   只看会变什么，不写
  --source    这份清单来自哪里；列、代码和部门（departments：来源的部门 → 本厅的部门编号）的对应
              记在数据文件夹的 sources/名称.json，可以改
  --remove    取消上次有、这次没有的事项
  --yes       不问，存疑的也收
  --undo      撤销上一次导入`

const options = {
  'dry-run': 'boolean',
  remove: 'boolean',
  yes: 'boolean',
  undo: 'boolean',
  help: 'boolean',
  source: 'string',
} as const
const wordsOfLine = Object.fromEntries(Object.entries(options).map(([name, type]) => [name, { type }]))

/** Asks a person; null = nobody sits there, so only what needs no second look is done. */
type Ask = ((question: string) => Promise<boolean>) | null
const askHere: Ask =
  process.stdin.isTTY && process.stdout.isTTY
    ? async (question) => {
        const lines = createInterface({ input: process.stdin, output: process.stdout })
        const said = await lines.question(`${question} [y/N] `)
        lines.close()
        return /^(y|yes|是)$/i.test(said.trim())
      }
    : null

/** Prints what would change, what came in, what was missing, and every rejected row with its reason. 0 = done, 1 = refused, 2 = misused. */
export async function importCommand(
  args: string[],
  { dataDir, hallDir }: { dataDir: string; hallDir: string },
  ask = askHere,
): Promise<number> {
  const fail = (message: string): number => {
    console.error(message)
    return 1
  }
  let line: { values: Record<string, string | boolean | undefined>; positionals: string[] }
  try {
    line = parseArgs({
      args,
      options: wordsOfLine as Record<string, { type: 'boolean' | 'string' }>,
      allowPositionals: true,
    }) as typeof line
  } catch {
    console.log(usage)
    return 2
  }
  const { values } = line
  const file = line.positionals[0]
  if (values.help === true || (file === undefined && values.undo !== true)) {
    console.log(usage)
    return values.help === true ? 0 : 2
  }
  const hall = readHall(hallDir)
  if (!hall.ok) return fail('大厅文件夹有错，先运行：npm run tingshi -- check')
  if (file === undefined) {
    const undone = await orderCatalogue(dataDir, hall.hall, null)
    if (!undone.ok) return fail(`没有撤销：${undone.message}`)
    console.log(`已撤销上一次导入${effect(undone.live)}`)
    return 0
  }
  const source = typeof values.source === 'string' ? values.source : USUAL_SOURCE
  let bytes: Buffer
  try {
    if (statSync(file).size > LARGEST_FILE) return fail('没有导入：文件超过 50 MB。请拆成几个文件再导入。')
    bytes = readFileSync(file)
  } catch {
    return fail(`打不开文件 ${file}。请检查名字和权限。`)
  }
  const place = {
    hall: hall.hall,
    own: hall.matters,
    dataDir,
    current: await catalogueNow(dataDir),
    source,
    departments: {},
  }
  const planned = await planFile(bytes, place)
  if (!planned.ok) return fail(planned.message)
  const { read, plan } = planned
  const dry = values['dry-run'] === true
  const counts = `新增 ${plan.added.length}，更新 ${plan.changed.length}，没有变化 ${plan.unchanged}`
  const changes = planLines(plan, hall.hall.departments)
  const names = read.rows.map(({ name, handleItem }) => `${name}${handleItem}`)
  const told = [...readLines(read), ...saySigns(hall.hall, names)]
  if (dry || ask !== null) for (const words of [`会变成这样：${counts}`, ...changes]) console.log(words)
  if (dry) {
    console.log(`只是看看，没有写：导入 ${read.rows.length} 条：${counts}`)
    for (const words of told) console.log(words)
    return read.rows.length === 0 ? 1 : 0
  }
  const removing = values.remove === true && plan.removed.length > 0
  const nothing = plan.added.length + plan.changed.length === 0 && !removing
  let all = values.yes === true
  if (!all && ask !== null && !nothing) {
    if (!(await ask(`要这样导入吗？${plan.suspicious.size > 0 ? '存疑的也会收。' : ''}`)))
      return fail('没有导入，什么都没变。')
    all = true
  }
  const agreed = { suspicious: all, removals: removing && (all || !plan.manyRemoved) }
  const { order, left } = takePlan(place, planned, agreed)
  const { added, changed, removed } = order?.counts ?? { added: 0, changed: 0, removed: 0 }
  const figures = `导入 ${read.rows.length - left} 条：新增 ${added}，更新 ${changed}，没有变化 ${plan.unchanged}`
  if (order === null) console.log(figures)
  else {
    const done = await orderCatalogue(dataDir, hall.hall, order)
    if (!done.ok) return fail(`没有导入：${done.message}`)
    if (values.source !== undefined) keepReading(place, read)
    console.log(`${figures}${effect(done.live)}`)
  }
  if (removed > 0) console.log(`取消 ${removed} 条`)
  if (left > 0) console.log(`存疑的 ${left} 条没有收，看过以后加 --yes 再导入一次。`)
  if (removing && !agreed.removals) console.log('少了很多，没有取消任何事项；核对以后加 --yes 再来一次。')
  if (ask === null) for (const words of changes) console.log(words)
  for (const words of told) console.log(words)
  return read.rows.length === 0 ? 1 : 0
}

const effect = (live: boolean): string => (live ? '。已经生效。' : '。网关启动后生效。')
