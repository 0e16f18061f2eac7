import { parentPort, workerData } from 'node:worker_threads'
import { pause } from '../time.ts'
import { findDamage, undecided } from './find-damage.ts'
import { readHead } from './log-head.ts'
import { hallFile, openToLook } from './open-hall-file.ts'
import { sqliteLog } from './sqlite-log.ts'

/** Between two pages of the log: a look through years of it must leave the disk to the hall. */
const REST_MS = 20

// A thread of its own that reads the whole log and tells what nobody has decided on yet.
const { dataDir } = workerData as { dataDir: string }
const head = readHead(dataDir)
const log = sqliteLog(openToLook(hallFile(dataDir)))
const report = await findDamage(log, head, () => pause(REST_MS))
await log.close()
parentPort?.postMessage({ damages: undecided(report) })
