import { parentPort, workerData } from 'node:worker_threads'
import { type StaffSheet, readStaffSheet } from './read-staff-sheet.ts'

/** What the worker is given. */
export interface StaffSheetJob {
  bytes: Uint8Array
}

// A strange workbook may want seconds and memory: calls and numbers do not wait for it.
const answer: StaffSheet = readStaffSheet((workerData as StaffSheetJob).bytes)
parentPort?.postMessage(answer)
