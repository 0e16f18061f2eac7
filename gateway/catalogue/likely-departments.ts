import type { Hall } from '../contract/hall.ts'
import { withoutPlace } from './department-for.ts'

/** What a kind of office is called in full and for short. */
const SHORT_ENDINGS = [
  ['委员会', '委'],
  ['办公室', '办'],
  ['联合会', '联'],
] as const
/** Of these the last two characters say the kind: 心, 局 and 队 alone say less. */
const LONG_ENDINGS = /(中心|分局|支队|大队|总队|分中心)$/
const FEWEST_SIGNS = 2

/** 卫生健康委员会 → its own name 卫生健康 and its kind 委. */
function partsOf(name: string): { own: string; kind: string } {
  const [full, short] = SHORT_ENDINGS.find(([ending]) => name.endsWith(ending)) ?? ['', '']
  const brief = full === '' ? name : name.slice(0, -full.length) + short
  const kind = LONG_ENDINGS.exec(brief)?.[0] ?? brief.slice(-1)
  return { own: brief.slice(0, -kind.length), kind }
}

/** Whether all characters of the one stand in the other, in their order. */
function standsIn(short: string, long: string): boolean {
  let at = -1
  for (const sign of short) {
    at = long.indexOf(sign, at + 1)
    if (at < 0) return false
  }
  return true
}

function isShortOf(one: string, other: string): boolean {
  const [short, long] = [partsOf(one), partsOf(other)]
  return (
    short.kind === long.kind &&
    short.own.length >= FEWEST_SIGNS &&
    short.own.length < long.own.length &&
    standsIn(short.own, long.own)
  )
}

/**
 * The hall's departments for which this name may stand: 人社局 for 人力资源和社会保障局, or the other way round, whatever place stands before either.
 * An abbreviation keeps some characters of a name in their order and the kind of office at its end. Ids, in the hall's order; it is only a
 * suggestion, and a person says whether it is so.
 */
export function likelyDepartments(departments: Hall['departments'], name: string): string[] {
  const said = withoutPlace(name)
  const fits = (own: string): boolean =>
    withoutPlace(own).some((full) => said.some((one) => isShortOf(one, full) || isShortOf(full, one)))
  return departments.filter((one) => fits(one.name)).map(({ id }) => id)
}
