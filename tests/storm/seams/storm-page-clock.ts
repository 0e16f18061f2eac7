import { after, chance, every, pause } from './storm-time.ts'
import { thisWorld } from './this-world.ts'

/** Stands for gateway/client/page-clock.ts: each page is a process of the storm with ticks of its own. */
export const ticks = (): number => thisWorld().now() - thisWorld().current.startedAt
export const deviceTime = (): number => thisWorld().trueTime() + clockErrors(thisWorld().current.name)
let clockErrors = (_: string): number => 0
/** How wrong the clocks of the pages' computers are, by page, ms. */
export const misleadPages = (errors: typeof clockErrors): void => void (clockErrors = errors)

export function stopwatch(): () => number {
  const [began, believed] = [ticks(), deviceTime()]
  return () => Math.max(ticks() - began, deviceTime() - believed)
}
export { after, every, pause }
export const eachFrame = (run: () => void): (() => void) => every(16, run)
export const whenIdle = (_: number, run: () => void): void => void after(1, run)
export const within = (): AbortSignal => new AbortController().signal
export const spread = (): number => 0.7 + chance() * 0.6
export function newId(): string {
  const { current } = thisWorld()
  const part = (): string => Math.floor(thisWorld().draw(`id of ${current.name}`) * 2 ** 32).toString(16)
  current.lastId = `${part()}${part()}`
  return current.lastId
}
