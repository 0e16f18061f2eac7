import type { LimitUnit } from '../../contract/matter.ts'
import { clean } from '../../sheets/clean-text.ts'
import { hanDigits, hanNumber } from '../../sheets/han-number.ts'
import { isDash, isNothing } from '../../sheets/no-value.ts'

/** A limit as its source states it. `unit` null = a bare number; `rest` = what is more than the number and belongs beside it. */
export interface ReadLimit {
  days: number
  unit: LimitUnit | null
  rest: boolean
}

const onTheSpot =
  /^(即时?办(理|结)?|即办即结|当场(办理?|办结|办毕)?|现场(即时)?办(理|结)|马上(就)?办(结)?|立等可取|随到随办)(件)?(内)?$/
const units: readonly (readonly [RegExp, LimitUnit])[] = [
  [/^工作日?$/, '工作日'],
  [/^(自然日|日历日|日历天|天|日)$/, '自然日'],
  [/^(小时|钟头)$/, '小时'],
  [/^月$/, '月'],
  [/^年$/, '年'],
]
const limit = new RegExp(
  `^(?:(?:法定|承诺)(?:办结)?(?:时限|期限)?[:为]?)?(?:自?[^\\d]{0,12}(?:之日起?|之后|后)[，,]?)?(?:不超过|不得超过|不多于|最长|最多|至多|≤|<=|<)?` +
    `(\\d{1,4}(?:\\.\\d+)?|半|[${hanDigits}]{1,5})(?:[(]?个?(工作日?|自然日|日历日|日历天|小时|钟头|天|日|月|年)[)]?)?(?:以内|之内|内)?(?:办结|办理完毕|完成)?([(].*[)])?[。.]?$`,
)

/**
 * A limit as offices write it: 20, ２０个工作日, 二十个工作日, 不超过20个工作日, 自受理之日起30日内, 1个月, 1小时, 即办. A 日 or 天 is a calendar day unless the
 * source says otherwise. null = no plain limit: such words are kept beside and never guessed at.
 */
export function readLimit(text: string): ReadLimit | null {
  const said = clean(text).normalize('NFKC').replace(/\s/g, '')
  if (onTheSpot.test(said.replace(/[(].*[)]$/, ''))) return { days: 0, unit: null, rest: said.includes('(') }
  const [, number = '', word, remark] = limit.exec(said) ?? []
  if (number === '') return null
  const days = number === '半' ? 0.5 : (hanNumber(number) ?? Number(number))
  // 20天（工作日）: the bracket says which days.
  const isWorking = /^[(]工作日[)]$/.test(remark ?? '')
  const unit = isWorking ? '工作日' : (units.find(([pattern]) => word !== undefined && pattern.test(word))?.[1] ?? null)
  return Number.isFinite(days) && days <= 3_650 ? { days, unit, rest: remark !== undefined && !isWorking } : null
}

/** Nothing is stated: the cell is empty, or a dash or the -1 of a program stands in it. */
export const isNoLimit = (text: string): boolean =>
  clean(text) === '' || isDash(text) || isNothing(text) || /^-\d+$/.test(clean(text))

/** What concerns the one limit where a cell states both: 法定30日/承诺5个工作日. */
export function ownPart(text: string, word: '法定' | '承诺'): string {
  const parts = clean(text).split(/[/；;，,、]/)
  const both =
    parts.some((part) => part.trim().startsWith('法定')) && parts.some((part) => part.trim().startsWith('承诺'))
  return both ? (parts.find((part) => part.trim().startsWith(word)) ?? text) : text
}
