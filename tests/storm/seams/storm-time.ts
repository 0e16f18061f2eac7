import { thisWorld } from './this-world.ts'

/** Stands for gateway/time.ts: the same words, on the clock and the chance of the storm. */
export const wallTime = (): number => thisWorld().wall()
export const monotonic = (): number => thisWorld().now() - thisWorld().current.startedAt
/** A power cut begins it anew, a crash of the process does not. */
export const sinceBoot = (): number => thisWorld().now() - bootedAt
let bootedAt = 0
export const boot = (): void => void (bootedAt = thisWorld().now())
export const startOver = (): void => void (bootedAt = 0)

export const chance = (): number => thisWorld().draw(`chance of ${thisWorld().current.name}`)
export const newId = (): string => idOf('id')
export const newToken = (): string => idOf('token')
function idOf(kind: string): string {
  const part = (): string =>
    Math.floor(thisWorld().draw(`${kind} of ${thisWorld().current.name}`) * 2 ** 32).toString(36)
  return `${part()}${part()}${part()}`
}

/** Node's timers count whole milliseconds, one at least. */
const whole = (ms: number): number => Math.max(1, Math.floor(ms))
export const pause = (ms: number): Promise<void> => new Promise((done) => void thisWorld().post(whole(ms), done))
export const breathe = (): Promise<void> => new Promise((done) => void thisWorld().post(0, done))
export const after = (ms: number, work: () => void): (() => void) => thisWorld().post(whole(ms), work)
export function every(ms: number, work: () => void): () => void {
  let stop = (): void => {}
  const again = (): void => {
    stop = thisWorld().post(whole(ms), () => {
      again()
      work()
    })
  }
  again()
  return () => stop()
}
