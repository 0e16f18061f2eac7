import { deviceTime, ticks } from './page-clock.ts'

const KEPT = 'tingshi:clock-error'
/** Corrections smaller than this are not worth writing down. */
const WORTH_MS = 1_000

/**
 * Epoch ms at tick 0, as well as it can be known before the gateway has said it: the device's clock less the error that it had last time. A page
 * that is loaded while the gateway is away then still shows the hall's time.
 */
export function keptGuess(): number {
  return deviceTime() - ticks() - error()
}

/** `now`: epoch ms on the gateway's clock. */
export function keepClock(now: number): void {
  const found = deviceTime() - now
  if (Math.abs(found - error()) < WORTH_MS) return
  try {
    localStorage.setItem(KEPT, String(Math.round(found)))
  } catch {
    // Without storage the device's clock is believed until the gateway answers.
  }
}

function error(): number {
  try {
    const kept = Number(localStorage.getItem(KEPT) ?? 0)
    return Number.isFinite(kept) ? kept : 0
  } catch {
    return 0
  }
}
