import './seams/begin.ts'
import { appendFileSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Plan } from './plan.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    from: { type: 'string' },
    hours: { type: 'string', default: '0.5' },
    minutes: { type: 'string' },
    numbers: { type: 'string' },
    /** A plan that was kept, or a folder of them, instead of a seed. */
    plan: { type: 'string' },
    /** Where the few happenings are written that break the promise. */
    shrink: { type: 'string' },
    /** A file that gets a line for each seed: what came of it, its trace, and the seconds that it took. */
    log: { type: 'string' },
    /** Ends with the first broken promise. */
    first: { type: 'boolean', default: false },
    loud: { type: 'boolean', default: false },
  },
})
const { planOf } = await import('./plan.ts')
const { play } = await import('./play.ts')
const { shrink, toldOf } = await import('./shrink.ts')

const MOST_TRIES = 400
const first = Number(values.seed ?? values.from ?? 1)
const many = values.seed === undefined ? Number(values.seeds) : 1
const until = performance.now() + Number(values.minutes ?? 1e6) * 60_000
const numbers = values.numbers === undefined ? null : Number(values.numbers)
let played = 0
const failed: number[] = []

const plansIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(path, name))
    : [path]
async function playOne(plan: Plan): Promise<void> {
  const began = performance.now()
  const { broken, trace, figures, answers } = await play(plan, values.loud ? console.log : undefined)
  played += 1
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (values.loud) console.log(answers)
  if (values.log !== undefined)
    appendFileSync(values.log, `${plan.seed} ${plan.hours} h ${broken?.rule ?? 'holds'} ${trace} ${seconds} s\n`)
  if (many === 1)
    console.log(`${plan.happenings.length} happenings, ${JSON.stringify(figures)}, trace ${trace}, ${seconds} s`)
  if (broken === null) return
  failed.push(plan.seed)
  console.log(
    `seed ${plan.seed} (${plan.hours} h): ${broken.rule} at ${(broken.at / 1000).toFixed(1)} s: ${broken.words}`,
  )
  if (values.shrink === undefined) return
  const { plan: small, played: tries } = await shrink(plan, broken, play, MOST_TRIES)
  writeFileSync(values.shrink, `${JSON.stringify(small, null, 2)}\n`)
  console.log(
    `${small.happenings.length} of ${plan.happenings.length} happenings are left after ${tries} plays, in ${values.shrink}:`,
  )
  for (const line of toldOf(small)) console.log(`  ${line}`)
}

if (values.plan !== undefined)
  for (const file of plansIn(values.plan)) await playOne(JSON.parse(readFileSync(file, 'utf8')) as Plan)
else
  for (
    let seed = first;
    seed < first + many && performance.now() < until && !(values.first && failed.length > 0);
    seed += 1
  )
    await playOne(planOf(seed, Number(values.hours), numbers))
console.log(
  `${played} seeds, ${failed.length} with a broken promise${failed.length > 0 ? `: ${failed.join(' ')}` : ''}`,
)
process.exitCode = failed.length > 0 ? 1 : 0
