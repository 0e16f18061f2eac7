import type { SettingLine } from '../contract/hall-settings.ts'
import type { Matter, Material } from '../contract/matter.ts'
import type { MatterEdit } from '../contract/matter-edits.ts'

/** Names of what is edited of a matter, in the order of the page. */
export const editedNames = {
  name: '事项名称',
  queueId: '取号排到',
  department: '部门',
  state: '办不办',
  aliases: '别名',
  'guide.processing': '办件类型',
  'guide.promisedDays': '承诺办结',
  'guide.promisedUnit': '承诺办结的单位',
  'guide.statutoryDays': '法定时限',
  'guide.statutoryUnit': '法定时限的单位',
  'guide.charged': '收费',
  'guide.fee': '收多少',
  'guide.feeBasis': '收费依据',
  'guide.materials': '材料',
  'guide.steps': '步骤',
  'guide.legalBasis': '法律依据',
  'guide.conditions': '受理条件',
  'guide.visits': '跑几次',
  'guide.result': '办完拿到',
  'guide.place': '办理地点',
  'guide.handleTime': '办理时间',
  'guide.consult': '咨询',
} as const
export type EditedKey = keyof typeof editedNames

const LONGEST = 60
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

export function valueAt(one: Matter, key: EditedKey): unknown {
  const [first, second] = key.split('.')
  const value = (one as unknown as Record<string, unknown>)[first ?? '']
  return second === undefined ? value : (value as Record<string, unknown> | null)?.[second]
}
function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? '收费' : '不收费'
  if (!Array.isArray(value)) return short(String(value))
  const names = value.map((one) => (typeof one === 'string' ? one : String((one as { name?: string }).name ?? '')))
  return short(names.join('、'))
}

/** What is otherwise, as people read it; a material or a step is told by its own line. */
export function editLines(before: Matter, after: Matter): SettingLine[] {
  return (Object.keys(editedNames) as EditedKey[]).flatMap((key): SettingLine[] => {
    const [old, now] = [valueAt(before, key), valueAt(after, key)]
    if (JSON.stringify(old ?? null) === JSON.stringify(now ?? null)) return []
    if (key === 'guide.materials') return materialLines((old ?? []) as Material[], (now ?? []) as Material[])
    return [{ where: editedNames[key], before: shown(old), after: shown(now) }]
  })
}

/** All that a page edits of a material, in the order in which people ask. */
const sayMaterial = (one: Material): string =>
  short(
    [
      one.name,
      one.form,
      one.copies === null ? null : `${one.copies} 份`,
      one.necessity,
      one.medium,
      one.source,
      one.standard,
      one.fillNote,
      one.note,
    ]
      .filter((part) => part !== null && part !== '')
      .join('，'),
  )

/** One line for each that is otherwise. What came in the place of another is that one under a new name. */
function materialLines(before: readonly Material[], after: readonly Material[]): SettingLine[] {
  const [old, now] = [namesOf(before), namesOf(after)]
  const was = (nth: number): Material | undefined => {
    const same = before.find(({ name }) => name === after[nth]?.name)
    const there = before[nth]
    return same ?? (there && !now.has(there.name) ? there : undefined)
  }
  const kept = new Set(after.map((_, nth) => was(nth)?.name))
  const lines: SettingLine[] = before
    .filter(({ name }) => !kept.has(name))
    .map((one) => ({ where: '材料', before: sayMaterial(one), after: '' }))
  for (const [nth, one] of after.entries()) {
    const from = was(nth)
    if (JSON.stringify(from) !== JSON.stringify(one))
      lines.push({ where: '材料', before: from ? sayMaterial(from) : '', after: sayMaterial(one) })
  }
  const order = (list: readonly Material[], other: ReadonlySet<string>): string =>
    list.flatMap(({ name }) => (other.has(name) ? [name] : [])).join('、')
  if (order(before, now) !== order(after, old))
    lines.push({ where: '材料的次序', before: short(order(before, now)), after: short(order(after, old)) })
  return lines
}
const namesOf = (list: readonly Material[]): ReadonlySet<string> => new Set(list.map(({ name }) => name))

/** Without what says the same as the source does: an edit that was taken back by hand is none. */
export function ownWords(source: Matter, { guide, ...rest }: MatterEdit): MatterEdit {
  const isOwn = ([key, value]: [string, unknown], of: Record<string, unknown> | null): boolean =>
    value !== undefined && JSON.stringify(value) !== JSON.stringify(of?.[key] ?? null)
  const top = Object.entries(rest).filter((one) => isOwn(one, source as unknown as Record<string, unknown>))
  const inside = Object.entries(guide ?? {}).filter((one) => isOwn(one, source.guide as Record<string, unknown> | null))
  const own: MatterEdit = Object.fromEntries(top)
  if (inside.length > 0) own.guide = Object.fromEntries(inside)
  return own
}
