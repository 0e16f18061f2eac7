import { Worker } from 'node:worker_threads'
import { after } from '../time.ts'

export interface ApartLimits {
  /** Milliseconds. */
  within: number
  /** A job that wants more ends its own thread and not the gateway. */
  memoryMb: number
}

/**
 * Runs a program of ours in a thread of its own, so that calls and numbers never wait for it. The job is copied; what the program posts
 * first is the answer. null = it broke, or took too long or too much. Never throws.
 */
export function runApart<Answer>(program: URL, job: object, { within, memoryMb }: ApartLimits): Promise<Answer | null> {
  return new Promise((done) => {
    const worker = new Worker(program, { workerData: job, resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    const answer = (what: Answer | null): void => {
      calledOff()
      done(what)
      void worker.terminate()
    }
    const calledOff = after(within, () => answer(null))
    worker.once('message', answer)
    worker.once('error', () => answer(null))
    worker.once('exit', () => answer(null))
  })
}
