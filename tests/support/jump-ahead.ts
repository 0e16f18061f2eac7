import type { Page } from 'playwright-core'

/** Before a page opens: from then on its clock of ticks can be put forward, as if nobody had touched it meanwhile. */
export async function jumpsAhead(page: Page): Promise<(ms: number) => Promise<void>> {
  await page.addInitScript(() => {
    let ahead = 0
    const now = performance.now.bind(performance)
    performance.now = () => now() + ahead
    // When a press was made is told by the same clock.
    const own = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp')?.get
    Object.defineProperty(Event.prototype, 'timeStamp', {
      get(this: Event) {
        return Number(own?.call(this)) + ahead
      },
    })
    Object.assign(window, { jump: (ms: number) => void (ahead += ms) })
  })
  return (ms) => page.evaluate((far) => (window as unknown as { jump: (ms: number) => void }).jump(far), ms)
}
