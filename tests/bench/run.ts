import { benchDay } from './day.ts'
import { benchFullHall } from './full-hall.ts'
import { benchNumbers } from './numbers.ts'
import { benchPages } from './pages.ts'
import { benchPainted } from './painted.ts'
import { benchStart } from './start.ts'
import { benchWalls } from './walls.ts'

/** `npm run bench [-- SCENARIO …]`: each figure is a line of JSON with its name, value, unit, floor and ratio. */
const scenarios: Record<string, () => Promise<unknown>> = {
  replay: () => import('./replay.ts'),
  numbers: benchNumbers,
  walls: benchWalls,
  'full-hall': benchFullHall,
  painted: benchPainted,
  pages: benchPages,
  day: benchDay,
  start: benchStart,
  search: () => import('./search.ts'),
}
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in scenarios))
if (unknown.length > 0) {
  console.error(`no scenario ${unknown.join(', ')}; there are ${Object.keys(scenarios).join(', ')}`)
  process.exit(1)
}
for (const [name, bench] of Object.entries(scenarios)) if (wanted.length === 0 || wanted.includes(name)) await bench()
process.exit(0)
