import type { StaffRegister } from './register.ts'

/** Pages and records ask often; the register changes a few times a day. */
const KEPT_MS = 5_000

/** Who works here, as colleagues and records see them: the surname, by work number. `ticks`: monotonic ms. */
export function maskedNames(register: Pick<StaffRegister, 'list'>, ticks: () => number): () => Map<string, string> {
  let names = new Map<string, string>()
  let readAt = Number.NEGATIVE_INFINITY
  return () => {
    if (ticks() - readAt < KEPT_MS) return names
    readAt = ticks()
    names = new Map(register.list().map(({ number, name }) => [number, `${[...name][0] ?? ''}*`]))
    return names
  }
}
