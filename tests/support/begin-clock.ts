import { shiftClock } from './shift-clock.ts'

// Each test file of `npm run test:days` begins at the same instant, so that midnight or the reload of the walls falls into every one of them.
const ms = Date.parse(process.env.TINGSHI_TEST_AT ?? '') - Date.now()
shiftClock(ms)
process.env.TINGSHI_CLOCK_SHIFT = String(ms)
