import { likelyDepartments } from '../catalogue/likely-departments.ts'
import type { Hall } from '../contract/hall.ts'
import type { ImportPlan } from '../catalogue/plan-import.ts'
import type { ReadRows } from '../catalogue/source-row.ts'

const SHOWN = 20
/** The first of a long list, then how many more. */
function some(lines: readonly string[]): string[] {
  return lines.length <= SHOWN ? [...lines] : [...lines.slice(0, SHOWN), `  …… 还有 ${lines.length - SHOWN} 条`]
}

/** What would change, in words. */
export function planLines(
  { added, changed, removed, suspicious, manyRemoved, unknownDepartments }: ImportPlan,
  departments: Hall['departments'],
): string[] {
  const unknown = [...unknownDepartments].sort(([, one], [, other]) => other - one)
  return [
    ...(changed.length > 0
      ? ['有变化：', ...some(changed.map(({ after, fields }) => `  ${after.name}（${fields.length} 项）`))]
      : []),
    ...(removed.length > 0
      ? [
          `这次没有、上次有的：${removed.length} 条。加 --remove 才会取消它们。`,
          ...some(removed.map(({ name, code }) => `  ${name}（${code}）`)),
        ]
      : []),
    ...(manyRemoved ? ['少了很多，这个文件可能不是完整的清单，请先核对。'] : []),
    ...(suspicious.size > 0
      ? [
          `要先看一看的：${suspicious.size} 条`,
          ...some([...suspicious.values()].map(({ name, reason }) => `  ${name}：${reason}`)),
        ]
      : []),
    ...(unknown.length > 0
      ? [
          `本厅没有的部门：${unknown.length} 个，${unknown.reduce((sum, [, count]) => sum + count, 0)} 条事项可以查，不能取号。要取号，请在 sources/来源.json 的 departments 里写上本厅的部门编号。`,
          ...some(unknown.map(([name, count]) => `  ${name} ${count} 条${likelyWords(departments, name)}`)),
        ]
      : []),
    ...(added.length > 0 && added.length <= SHOWN ? ['新的：', ...added.map(({ name }) => `  ${name}`)] : []),
  ]
}

/** Which of the hall's own a unknown department may be, with what is to be written for it. */
function likelyWords(departments: Hall['departments'], name: string): string {
  const likely = likelyDepartments(departments, name)
  const said = departments.filter(({ id }) => likely.includes(id)).map((one) => `${one.name}（编号 ${one.id}）`)
  return said.length === 0 ? '' : `，可能是 ${said.join('、')}`
}

/** What did not come in and what the source leaves out, counted. */
export function readLines({ rows, rejected, missing, ignored, unknown, notes }: ReadRows): string[] {
  const empty = Object.entries(missing)
  const reasons = Map.groupBy(rejected, ({ reason }) => reason.replace(/（.*?）|\d+/g, '…'))
  return [
    rows.length === 0
      ? '没有一行可以导入'
      : empty.length === 0
        ? '各列都有内容'
        : `没有提供：${empty.map(([column, count]) => `${column} ${count} 条`).join('，')}`,
    ...notes,
    ...(unknown.length > 0 ? [`没有认出的列：${unknown.join('、')}`] : []),
    ...(ignored.length > 0 ? [`没有用到的工作表：${ignored.join('、')}`] : []),
    `没有收的行：${rejected.length}`,
    ...[...reasons].map(([reason, rows]) => `  ${rows.length} 行：${reason}`),
    ...rejected.map(({ row, reason }) => `  第 ${row} 行：${reason}`),
  ]
}
