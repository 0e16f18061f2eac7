import { join } from 'node:path'
import { clockAt, shiftClock } from './shift-clock.ts'

/** A Wednesday in the sample hall, with half a day left. */
const USUAL = '2026-03-18T10:00:00+08:00'

// Each test file begins at the same instant, on any day and at any hour: at another one under `npm run test:days`.
const { TINGSHI_CLOCK_SHIFT } = clockAt(process.env.TINGSHI_TEST_AT ?? USUAL)
shiftClock(Number(TINGSHI_CLOCK_SHIFT))
process.env.TINGSHI_CLOCK_SHIFT = TINGSHI_CLOCK_SHIFT
const preload = `--require ${JSON.stringify(join(import.meta.dirname, 'shift-clock.ts'))}`
if (!process.env.NODE_OPTIONS?.includes(preload))
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} ${preload}`
