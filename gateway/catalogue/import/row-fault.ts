import { situations } from '../../contract/situations.ts'
import { type Cell, errorOf } from '../../sheets/table.ts'
import { isDash } from '../../sheets/no-value.ts'
import { type SourceRow, keyOf } from '../source-row.ts'
import { notAName } from './error-page.ts'
import { jsonOf } from './read-field.ts'

/** Why a row is no matter; null = it is one. `cells` = its name and its code; `seen` = keys that were there before, with their place. */
export function faultOf(
  { name, code, handleItem, department, values }: SourceRow,
  cells: readonly [name: Cell, code: Cell],
  seen: ReadonlyMap<string, string>,
): string | null {
  for (const [nth, title] of (['事项名称', '实施编码'] as const).entries()) {
    const error = errorOf(cells[nth])
    if (error !== null)
      return `“${title}”这一格是公式，没有结果（${error}）。请在表格软件里打开、保存一次，或把公式改成文字`
  }
  const noName = notAName(name)
  if (noName !== null) return noName
  if (code === '' || isDash(code)) return '没有实施编码'
  if (/^\d(\.\d+)?E\+?\d+$/i.test(code)) return `实施编码被表格软件改成了数字（${code}），请把那一列设成“文本”再导出`
  if (code.length > 60) return '实施编码太长'
  if (department === '' || isDash(department)) return '没有部门'
  if (values.situations !== undefined && !situations.safeParse(jsonOf(values.situations)).success)
    return '读不懂“情形问答”这一格'
  const before = seen.get(keyOf({ code, handleItem }))
  if (before === undefined) return null
  return handleItem === '' ? `实施编码和${before}一样` : `实施编码和业务办理项编码和${before}一样`
}
