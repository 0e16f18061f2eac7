import type { CityBoard, CityHall } from '../../gateway/contract/city.ts'
import { say } from './words.ts'

const SLOW_MINUTES = 30

/** What the board says in one sentence: how many wait, who is slow, what is cut off. */
export function headline({ halls }: CityBoard): string {
  const live = halls.filter(({ state }) => state === 'live')
  const cut = halls.filter(({ state }) => state === 'cut')
  const waiting = live.reduce((sum, hall) => sum + hall.waiting, 0)
  const [slowest] = live
    .filter(({ waited }) => (waited?.most ?? 0) > SLOW_MINUTES)
    .toSorted((one, other) => (other.waited?.most ?? 0) - (one.waited?.most ?? 0))
  const first = waiting === 0 ? say('nobodyWaits').replace('。', '') : say('people', { halls: live.length, waiting })
  const rest = [
    slowest && say('slow', { hall: slowest.name, minutes: slowest.waited?.most ?? 0 }),
    cut.length === 1 && cut[0] && say('cutOne', { hall: cut[0].name }),
    cut.length > 1 && say('cutSome', { count: cut.length }),
  ].filter((one) => typeof one === 'string')
  return `${first}${rest.length > 0 ? `；${rest.join('，')}` : ''}。`
}

export function totals({ halls }: CityBoard): string {
  const live = halls.filter(({ state }) => state === 'live')
  const sum = (of: (hall: CityHall) => number): number => live.reduce((all, hall) => all + of(hall), 0)
  const words = say('totals', {
    halls: halls.length,
    live: live.length,
    taken: sum(({ takenToday }) => takenToday).toLocaleString('en'),
    open: sum(({ openCounters }) => openCounters),
    red: sum(({ lights }) => lights?.red ?? 0),
    yellow: sum(({ lights }) => lights?.yellow ?? 0),
    faults: sum(({ faults }) => faults ?? 0),
  })
  return live.length < halls.length ? `${words}${say('without')}` : words
}

/** How loud a hall is: by what nine in ten have waited. */
export const toneOf = ({ state, waited, lights }: CityHall): 'calm' | 'slow' | 'late' | 'gone' => {
  if (state !== 'live') return 'gone'
  const most = waited?.most ?? 0
  if (most > 40) return 'late'
  return most > SLOW_MINUTES || (lights?.red ?? 0) > 0 ? 'slow' : 'calm'
}
