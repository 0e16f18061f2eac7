import { parentPort, workerData } from 'node:worker_threads'
import type { Hall } from '../contract/hall.ts'
import { readRosterSheet } from './read-roster-sheet.ts'

export interface RosterJob {
  bytes: Uint8Array
  departments: Hall['departments']
  /** 2026-03-18, in the hall. */
  today: string
}
export type RosterDone = ReturnType<typeof readRosterSheet>

// A workbook may take long to unpack; calls and numbers must not wait for it.
const { bytes, departments, today } = workerData as RosterJob
parentPort?.postMessage(readRosterSheet(bytes, departments, today))
