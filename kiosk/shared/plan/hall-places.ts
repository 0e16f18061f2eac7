import { withFields } from '../../../gateway/client/ask.ts'
import { getJson } from '../../../gateway/client/get-json.ts'
import type { FloorPlan } from '../../../gateway/contract/plan.ts'
import { type Named, nameIn } from '../own-name.tsx'
import type { CounterPlace } from '../../../gateway/contract/ways/desk-goal.ts'

/** What a phone must know of the hall to lead somebody through it. */
export interface HallPlaces {
  floors: (Named & { id: string; zones: (Named & { id: string })[] })[]
  counters: CounterPlace[]
  plan: FloorPlan[]
}

export const noPlaces: HallPlaces = { floors: [], counters: [], plan: [] }

/** Not answered = a page without a plan, and nothing else. */
export const readPlaces = (): Promise<HallPlaces> =>
  getJson('/api/v1/hall', withFields<HallPlaces>('floors', 'counters', 'plan')).catch(() => noPlaces)

/** 1 楼 C 区 */
export function placeName({ floors }: HallPlaces, floor: string, zone: string): string {
  const one = floors.find(({ id }) => id === floor)
  const within = one?.zones.find(({ id }) => id === zone)
  return `${one ? nameIn(one) : floor} ${within ? nameIn(within) : zone}`
}
