import { parseArgs } from 'node:util'
import { readVisits } from '../waits/read-visits.ts'
import { scoreWaits } from '../waits/score-waits.ts'

/** `npm run eval:waits -- --history FILE --test FILE`: fits on the one, scores on the other, prints JSON. */
const { values } = parseArgs({ options: { history: { type: 'string' }, test: { type: 'string' } } })
if (values.history === undefined || values.test === undefined) {
  console.error('npm run eval:waits -- --history FILE.csv.gz --test FILE.csv.gz')
  process.exitCode = 2
} else console.log(JSON.stringify(scoreWaits(readVisits(values.history), readVisits(values.test)), null, 2))
