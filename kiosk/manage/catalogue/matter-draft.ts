import type { MatterEdit } from '../../../gateway/contract/matter-edits.ts'
import { type Guide, type Matter, guide } from '../../../gateway/contract/matter.ts'

const guideKeys = [
  ...(['promisedDays', 'promisedUnit', 'statutoryDays', 'statutoryUnit', 'processing', 'charged', 'fee'] as const),
  ...(['feeBasis', 'materials', 'steps', 'legalBasis'] as const),
]
const topKeys = ['name', 'queueId', 'state', 'aliases'] as const
/** Kept by the hall though this page does not show them. */
const otherGuideKeys = ['conditions', 'visits', 'result', 'place', 'handleTime', 'consult'] as const

const noGuide: Guide = guide.parse({})
export const guideNow = ({ guide: own }: Matter): Guide => own ?? noGuide
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** What the hall says itself: all that is otherwise than the source says it. */
export function editOf(source: Matter, draft: Matter): MatterEdit {
  const top = topKeys.filter((key) => !isSame(source[key], draft[key])).map((key) => [key, draft[key]])
  const [from, own] = [guideNow(source), guideNow(draft)]
  const inside = [...guideKeys, ...otherGuideKeys]
    .filter((key) => !isSame(from[key], own[key]))
    .map((key) => [key, own[key]])
  const edit: MatterEdit = Object.fromEntries(top)
  if (source.department !== draft.department) edit.department = draft.department
  if (inside.length > 0) edit.guide = Object.fromEntries(inside)
  return edit
}

/** Parts of the terminal's page that are otherwise: name, limits, fee, where, materials, steps. */
export function changedParts(now: Matter, draft: Matter): string[] {
  const [from, own] = [guideNow(now), guideNow(draft)]
  const parts: [part: string, isChanged: boolean][] = [
    ['name', now.name !== draft.name],
    ['limits', !isSame([from.promisedDays, from.statutoryDays], [own.promisedDays, own.statutoryDays])],
    ['fee', !isSame([from.charged, from.fee], [own.charged, own.fee])],
    ['where', now.queueId !== draft.queueId],
    ['materials', !isSame(from.materials, own.materials)],
    ['steps', !isSame(from.steps, own.steps)],
  ]
  return parts.flatMap(([part, isChanged]) => (isChanged ? [part] : []))
}

/** A list with one of its rows at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  if (to < 0 || to >= list.length) return [...list]
  const next = [...list]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
