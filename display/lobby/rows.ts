import type { CallView } from '../../gateway/contract/display-views.ts'

interface Place {
  id: string
  name: string
  nameEn: string | null
}
export type Places = (Place & { zones: Place[] })[]

/** The rows of the wall: newest first; a recall moves its row up instead of standing twice. */
export function rowsOf(calls: readonly CallView[], most: number): CallView[] {
  const seen = new Set<string>()
  return calls
    .filter(({ number }) => {
      const fresh = !seen.has(number)
      seen.add(number)
      return fresh
    })
    .slice(0, most)
}

/**
 * What stands large and what is listed below: the call that is being said, else the newest; never one that was missed, which nobody is to follow
 * any more. Forty calls at once stand in the list at once, and each in its turn large.
 */
export function picture(
  calls: readonly CallView[],
  most: number,
  speaking: CallView | null,
): { current: CallView | null; list: CallView[] } {
  const rows = rowsOf(calls, most + 1)
  const isMissed = ({ callId, standing }: CallView): boolean =>
    (calls.find((call) => call.callId === callId)?.standing ?? standing) === 'missed'
  const current = [speaking, ...rows].find((call) => call !== null && !isMissed(call)) ?? null
  return { current, list: rows.filter(({ number }) => number !== current?.number).slice(0, most - 1) }
}

/** 1 楼 A 区 */
export function placeOf(places: Places, { floor, zone }: Pick<CallView, 'floor' | 'zone'>): string {
  const one = places.find(({ id }) => id === floor)
  return one ? `${one.name} ${one.zones.find(({ id }) => id === zone)?.name ?? ''}` : ''
}

/** Floor 1 Zone A; null unless the hall has named both so: a place is told whole in one language. */
export function placeInEnglish(places: Places, { floor, zone }: Pick<CallView, 'floor' | 'zone'>): string | null {
  const one = places.find(({ id }) => id === floor)
  const within = one?.zones.find(({ id }) => id === zone)
  return one?.nameEn && within?.nameEn ? `${one.nameEn} ${within.nameEn}` : null
}
