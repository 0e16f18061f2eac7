/** How a line between two machines behaves. Each direction flows or is held: what is held is not lost, TCP brings it later. */
export interface LineHabits {
  /** One way, milliseconds; each packet takes up to `jitterMs` more or less. */
  delayMs: number
  jitterMs: number
  /** Of packets, 0–1. A lost one comes again after a wait that doubles, and all behind it waits too. */
  loss: number
  /** Of all connections together; null = as much as comes. */
  bitsPerSecond: number | null
  /** From the page to the gateway. */
  up: 'flows' | 'held'
  down: 'flows' | 'held'
}
export const calmLine: LineHabits = {
  delayMs: 0,
  jitterMs: 0,
  loss: 0,
  bitsPerSecond: null,
  up: 'flows',
  down: 'flows',
}
/** A poor wireless link: 200 ms ± 100, one packet in twenty lost. */
export const poorLine: LineHabits = { ...calmLine, delayMs: 200, jitterMs: 100, loss: 0.05 }
export const narrowLine: LineHabits = { ...calmLine, bitsPerSecond: 64_000 }
export const cutLine: Pick<LineHabits, 'up' | 'down'> = { up: 'held', down: 'held' }
export const openAgain: Pick<LineHabits, 'up' | 'down'> = { up: 'flows', down: 'flows' }

const PACKET_BYTES = 1_400
/** RFC 6298, as Linux does it: first 200 ms, doubled with each loss. */
const FIRST_RETRY_MS = 200
const LONGEST_RETRY_MS = 120_000

/** How long so many bytes are on their way. `chance` draws 0–1. */
export function wayOf(bytes: number, { delayMs, jitterMs, loss }: LineHabits, chance: () => number): number {
  let retries = 0
  for (let packet = 0; packet < Math.ceil(bytes / PACKET_BYTES); packet += 1)
    for (let wait = FIRST_RETRY_MS; chance() < loss; wait *= 2) retries += wait
  return Math.max(0, delayMs + (chance() * 2 - 1) * jitterMs) + retries
}

/** When TCP tries again what got no answer for so long: its pauses double, so after a long cut nothing comes for a long time. */
export function nextRetry(heldMs: number): number {
  let at = FIRST_RETRY_MS
  for (let wait = FIRST_RETRY_MS; at < heldMs; at += wait) wait = Math.min(LONGEST_RETRY_MS, wait * 2)
  return at
}
