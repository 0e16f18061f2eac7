import type { LimitUnit, Material, Matter } from '../../contract/matter.ts'

/** One matter of a flow as the drawing needs it; `limit` null = no plain number, `limitNote` = what is said instead (or besides). */
export interface Leg {
  matterId: string
  name: string
  department: string
  queueId: string | null
  limit: { days: number; unit: LimitUnit } | null
  limitNote: string | null
  steps: { name: string; note: string | null }[]
}

export interface JointGuide {
  id: string
  name: string
  legs: Leg[]
  /** Each material once, in the order in which the legs ask for it; `neededBy` holds matter ids. */
  materials: { material: Material; neededBy: string[] }[]
  /** How many papers the same matters ask for one by one: what the visitor saves is the difference. */
  materialsApart: number
  limits: {
    /** The longest leg: all run side by side (并联审批). null when no leg says its limit. */
    together: Leg['limit']
    /** The sum, when every leg says its limit in the same unit; else null. */
    apart: Leg['limit']
    /** Legs that say no limit. */
    unknown: number
  }
}

/** The same paper under slightly different names: width, brackets' shape, spaces and the note in brackets about copies do not count. */
export const normalName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\((?:原件|复印件|原件及复印件|原件和复印件|[一二三四五六七八九十\d]+份)\)/g, '')
    .replace(/[《》“”"'\s]/g, '')
    .toLowerCase()

/** The stricter of two demands on the same paper: what one leg must have, the flow must have; originals and more copies win. */
function stricter(one: Material, other: Material): Material {
  const order = ['必要', '容缺后补', '非必要']
  const rank = ({ necessity }: Material): number => (necessity === null ? 0 : order.indexOf(necessity))
  const forms = new Set([one.form, other.form].flatMap((form) => (form === null ? [] : form.split('和'))))
  const copies = [one.copies, other.copies].filter((count) => count !== null)
  return {
    ...filled(one, other),
    form: forms.has('原件') && forms.has('复印件') ? '原件和复印件' : (one.form ?? other.form),
    copies: copies.length === 0 ? null : Math.max(...copies),
    necessity: rank(one) <= rank(other) ? one.necessity : other.necessity,
  }
}
/** What the one leaves unsaid (its blank form, its legal basis, what is checked …), as the other says it. */
function filled(one: Material, other: Material): Material {
  const said = Object.entries(one).filter(([, value]) => value !== null)
  return { ...other, ...Object.fromEntries(said) }
}

/** A flow (一件事, 并联审批) as one guide. Matters that the catalogue does not know are left out; the legs keep the flow's order. */
export function jointGuide(
  flow: { id: string; name: string; matters: readonly string[] },
  matters: ReadonlyMap<string, Matter>,
): JointGuide {
  const known = flow.matters.flatMap((id) => matters.get(id) ?? [])
  const legs = known.map(
    ({ id, name, department, queueId, guide }): Leg => ({
      matterId: id,
      name,
      department,
      queueId,
      limit: guide?.promisedDays == null ? null : { days: guide.promisedDays, unit: guide.promisedUnit },
      limitNote: guide?.promisedNote ?? null,
      steps: (guide?.steps ?? []).map((step) => ({ name: step.name, note: step.note })),
    }),
  )
  const joint = new Map<string, { material: Material; neededBy: string[] }>()
  for (const { id, guide } of known) {
    for (const material of guide?.materials ?? []) {
      const key = normalName(material.name)
      const before = joint.get(key)
      const neededBy = before?.neededBy ?? []
      joint.set(key, {
        material: before ? stricter(before.material, material) : material,
        neededBy: neededBy.includes(id) ? neededBy : [...neededBy, id],
      })
    }
  }
  const limits = legs.flatMap(({ limit }) => limit ?? [])
  // A working day is never shorter than a natural one; seven natural days hold about five.
  const inDays: Record<LimitUnit, number> = { 工作日: 1.4, 自然日: 1, 小时: 1 / 8, 月: 30, 年: 365 }
  const length = ({ days, unit }: NonNullable<Leg['limit']>): number => days * inDays[unit]
  const [first] = limits
  const sameUnit =
    first !== undefined && limits.length === legs.length && limits.every(({ unit }) => unit === first.unit)
  return {
    id: flow.id,
    name: flow.name,
    legs,
    materials: [...joint.values()],
    materialsApart: known.reduce((sum, { guide }) => sum + (guide?.materials.length ?? 0), 0),
    limits: {
      together: limits.reduce<Leg['limit']>(
        (longest, limit) => (longest === null || length(limit) > length(longest) ? limit : longest),
        null,
      ),
      apart: sameUnit ? { days: limits.reduce((sum, { days }) => sum + days, 0), unit: first.unit } : null,
      unknown: legs.length - limits.length,
    },
  }
}
