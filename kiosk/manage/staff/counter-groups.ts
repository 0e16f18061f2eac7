import type { StaffRow } from '../../../gateway/contract/staff.ts'
import type { PlacedCounter } from './use-staff.ts'

/** Counters of one zone, one after the other, with the same people. */
export interface CounterGroup {
  zone: string
  counters: string[]
  /** Those who were given these counters by number; whoever may sit everywhere is not told again. */
  people: readonly StaffRow[]
}

/** In the order of the hall; those where nobody may sit come first. */
export function counterGroups(counters: readonly PlacedCounter[], people: readonly StaffRow[]): CounterGroup[] {
  const groups: CounterGroup[] = []
  for (const { id, zone } of counters) {
    const here = people.filter((one) => one.counters?.includes(id))
    const last = groups.at(-1)
    const isSame = last?.zone === zone && numbersOf(last.people) === numbersOf(here)
    if (last && isSame) last.counters.push(id)
    else groups.push({ zone, counters: [id], people: here })
  }
  return groups.toSorted((one, other) => Math.min(1, one.people.length) - Math.min(1, other.people.length))
}
const numbersOf = (people: readonly StaffRow[]): string => people.map(({ number }) => number).join()
