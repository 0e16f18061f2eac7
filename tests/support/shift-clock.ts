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

// Preloaded into each Node process of `npm run test:days`; children and worker threads inherit the shift through the environment.
const given = process.env.TINGSHI_CLOCK_SHIFT
if (given !== undefined) shiftClock(Number(given))
