/**
 * The wall clock of this process (or page) stands `ms` from the real one and goes on from there; timers and `performance.now` are left alone.
 * Self-contained: it is also sent into pages.
 */
export function shiftClock(ms: number): void {
  const realNow = Date.now.bind(Date)
  Date.now = () => realNow() + ms
  globalThis.Date = new Proxy(Date, {
    construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [target.now()] : given, asked),
    apply: (target) => new target(target.now()).toString(),
  })
}

/** The environment of a gateway for which it is this time (ISO), whatever the clock of the test says. */
export const clockAt = (time: string): { TINGSHI_CLOCK_SHIFT: string } => ({
  TINGSHI_CLOCK_SHIFT: String(Date.parse(time) - Date.now() + Number(process.env.TINGSHI_CLOCK_SHIFT ?? 0)),
})

// Preloaded into each Node process that tests start; children and worker threads inherit the shift through the environment.
const given = process.env.TINGSHI_CLOCK_SHIFT
if (given !== undefined) shiftClock(Number(given))
