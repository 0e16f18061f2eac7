/**
 * The only file of the pages that reads clocks, starts timers and draws lots; all others take them from here, so that one place decides what
 * time is. Durations are monotonic: the clock of a device may be wrong by hours, or be put right while a page is open.
 */

/** Milliseconds since some moment; never goes back, whatever happens to the device's clock. */
export const ticks = (): number => performance.now()

/** Epoch ms as the device believes; only to begin with, until the gateway has said what time it is. */
export const deviceTime = (): number => Date.now()

/** Milliseconds since this was called. A device that slept does not count that in `ticks`: the longer of both clocks is right. */
export function stopwatch(): () => number {
  const [began, believed] = [ticks(), deviceTime()]
  return () => Math.max(ticks() - began, deviceTime() - believed)
}

/** Runs once; gives what takes it back. */
export function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

/** Runs again and again; gives what ends it. */
export function every(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(run, milliseconds)
  return () => clearInterval(timer)
}

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => void after(milliseconds, done))

/** Runs with each picture that the browser paints; gives what ends it. */
export function eachFrame(run: () => void): () => void {
  let frame = requestAnimationFrame(function paint() {
    run()
    frame = requestAnimationFrame(paint)
  })
  return () => cancelAnimationFrame(frame)
}

/** Runs when the page has nothing else to do, at the latest after `withinMs`. */
export const whenIdle = (withinMs: number, run: () => void): void => {
  // Safari has none.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: withinMs })
  else after(1, run)
}

/** Ends what takes longer. */
export const within = (milliseconds: number): AbortSignal => AbortSignal.timeout(milliseconds)

/** From 0.7 to 1.3: two hundred screens must not knock in the same moment after a restart. */
export const spread = (): number => 0.7 + Math.random() * 0.6

/** A name that nobody else gives. Plain pages have no crypto.randomUUID outside https. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
