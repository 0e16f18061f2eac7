/**
 * Runs inside a page before anything else: time stands still until `forced.pass(ms)`; a page's own socket is replaced by one that hears what the test
 * says. Intervals fire once for each step that is long enough, so that a week is some thousand steps. What the browser itself does in time (decoding,
 * sound) keeps its own.
 */
export function forceTime(start: number): void {
  let now = start
  let ids = 1
  const timers = new Map<number, { at: number; every: number | null; run: (...given: unknown[]) => void }>()
  const add = (run: (...given: unknown[]) => void, ms: number, every: number | null): number => {
    ids += 1
    timers.set(ids, { at: now + Math.max(0, ms || 0), every, run })
    return ids
  }
  const drop = (id: number): void => void timers.delete(id)
  Date.now = () => now
  performance.now = () => now - start
  Object.assign(window, {
    setTimeout: (run: () => void, ms: number) => add(run, ms, null),
    setInterval: (run: () => void, ms: number) => add(run, ms, Math.max(1, ms)),
    requestAnimationFrame: (run: (at: number) => void) => add(() => run(now - start), 0, null),
    clearTimeout: drop,
    clearInterval: drop,
    cancelAnimationFrame: drop,
  })
  // Only the newest: the page may connect ten thousand times in a week, and old ones are not the page's memory.
  let newest: ForcedSocket | null = null
  class ForcedSocket {
    static readonly OPEN = 1
    readyState = 1
    bufferedAmount = 0
    onopen: (() => void) | null = null
    onmessage: ((event: { data: string }) => void) | null = null
    onclose: ((event: { code: number }) => void) | null = null
    constructor() {
      newest = this
      queueMicrotask(() => this.onopen?.())
    }
    send(message: string): void {
      if (JSON.parse(message).type === 'ping') queueMicrotask(() => this.onmessage?.({ data: '{"type":"pong"}' }))
    }
    close(): void {}
  }
  Object.assign(window, { WebSocket: ForcedSocket })
  // A timer of the browser's own would wait four milliseconds each time.
  const channel = new MessageChannel()
  const breathing: (() => void)[] = []
  channel.port1.onmessage = () => breathing.shift()?.()
  const breathe = (): Promise<void> =>
    new Promise((done) => {
      breathing.push(done)
      channel.port2.postMessage(null)
    })
  Object.assign(window, {
    forced: {
      say: (message: unknown) => newest?.onmessage?.({ data: JSON.stringify(message) }),
      now: () => now,
      timers: () => timers.size,
      /** Lets so many milliseconds pass; what is due runs once, in its order, and what it begins may follow. */
      async pass(ms: number): Promise<void> {
        now += ms
        for (let round = 0; round < 3; round += 1) {
          const due = [...timers].filter(([, { at }]) => at <= now).sort(([, one], [, other]) => one.at - other.at)
          if (due.length === 0) break
          for (const [id, timer] of due) {
            if (!timers.has(id)) continue
            if (timer.every === null) timers.delete(id)
            else timer.at = now + timer.every
            timer.run()
          }
          await breathe()
        }
      },
    },
  })
}

export interface ForcedPage {
  forced: { say(message: unknown): void; now(): number; timers(): number; pass(ms: number): Promise<void> }
}
