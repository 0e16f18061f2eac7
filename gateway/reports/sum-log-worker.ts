import { parentPort, workerData } from 'node:worker_threads'
import type { PlacesData } from '../domain/reports/hall-places.ts'
import { openDaySums } from '../store/day-sums.ts'
import { hallFile, openToLook } from '../store/open-hall-file.ts'
import { sqliteLog } from '../store/sqlite-log.ts'
import { pause } from '../time.ts'
import { sumLog } from './sum-log.ts'

/** Between two pages of the log: years of it must leave the disk and the processor to the hall. */
const REST_MS = 10

export interface SumLogJob {
  dataDir: string
  places: PlacesData
}
export interface SumLogDone {
  days: string[]
}

// A thread of its own that sums the days that are over; only it writes their sums.
const { dataDir, places } = workerData as SumLogJob
const log = sqliteLog(openToLook(hallFile(dataDir)))
const sums = openDaySums(dataDir)
const days = await sumLog(log, sums, places, () => pause(REST_MS))
sums.close()
await log.close()
parentPort?.postMessage({ days } satisfies SumLogDone)
