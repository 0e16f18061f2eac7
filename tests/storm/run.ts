import './seams/begin.ts'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    from: { type: 'string' },
    hours: { type: 'string', default: '0.5' },
    minutes: { type: 'string' },
    numbers: { type: 'string' },
    loud: { type: 'boolean', default: false },
  },
})
const { planOf } = await import('./plan.ts')
const { play } = await import('./play.ts')

const first = Number(values.seed ?? values.from ?? 1)
const many = values.seed === undefined ? Number(values.seeds) : 1
const until = performance.now() + Number(values.minutes ?? 1e6) * 60_000
const numbers = values.numbers === undefined ? null : Number(values.numbers)
let played = 0
const failed: number[] = []
for (let seed = first; seed < first + many && performance.now() < until; seed += 1) {
  const began = performance.now()
  const plan = planOf(seed, Number(values.hours), numbers)
  const { broken, trace, figures, answers } = await play(plan, values.loud ? console.log : undefined)
  played += 1
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (broken !== null) {
    failed.push(seed)
    console.log(`seed ${seed}: ${broken.rule} at ${(broken.at / 1000).toFixed(1)} s: ${broken.words}`)
  }
  if (values.loud) console.log(answers)
  if (many === 1)
    console.log(`${plan.happenings.length} happenings, ${JSON.stringify(figures)}, trace ${trace}, ${seconds} s`)
}
console.log(
  `${played} seeds, ${failed.length} with a broken promise${failed.length > 0 ? `: ${failed.join(' ')}` : ''}`,
)
process.exitCode = failed.length > 0 ? 1 : 0
