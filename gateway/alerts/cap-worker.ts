import { parentPort, workerData } from 'node:worker_threads'
import type { AlertSource } from '../contract/alert.ts'
import { takeCap } from './take-cap.ts'

/** What the worker is given; its answer is a TakenCap. */
export interface CapJob {
  xml: string
  sources: readonly AlertSource[]
}

// Canonical forms of a message that is made for it cost seconds; calls and numbers must not wait for that.
const { xml, sources } = workerData as CapJob
parentPort?.postMessage(takeCap(xml, sources))
