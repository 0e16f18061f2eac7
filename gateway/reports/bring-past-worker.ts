import { parentPort, workerData } from 'node:worker_threads'
import { openDaySums } from '../store/day-sums.ts'
import { bringPast } from './sample-past.ts'

export interface BringPastJob {
  dataDir: string
  file: string
  /** The last working days before the hall's first, newest first. */
  days: readonly string[]
  timeZone: string
}

const { dataDir, file, days, timeZone } = workerData as BringPastJob
const sums = openDaySums(dataDir)
bringPast(sums, file, days, timeZone)
sums.close()
parentPort?.postMessage({ days: days.length })
