import type { Picture } from '../../../../display/led/picture.ts'

export const cardFaults = ['silent', 'slow', 'refuses', 'cuts', 'away'] as const
export type CardFault = (typeof cardFaults)[number]

/**
 * Bad habits of real cards. `refuses-…`: it shows pictures and does not let itself be set; `early-notices`: it says things unasked
 * before it answers; `hangs-up`: what is on the port closes every call as soon as it is spoken to.
 */
export type CardHabit = 'refuses-clock' | 'refuses-power' | 'refuses-brightness' | 'early-notices' | 'hangs-up'
/** How a card behaves to this client now. */
export interface CardManner {
  /** Whether it answers "no" to an order of this kind. */
  refuses(order: string): boolean
  isChatty(): boolean
}

/** What a simulated card does with the bytes that reach it. One for each kind; knows nothing of sockets. */
export interface FakeCard {
  /** A new client; its bytes go into what this gives back. */
  attend(say: (bytes: Uint8Array) => void, manner: CardManner): (bytes: Uint8Array) => void
  /** What the panel shows now. */
  picture(): Picture
  readonly seen: FakeCardSeen
  onChange(listener: () => void): void
}
export interface FakeCardSeen {
  /** Frames that were right, by kind of order. */
  orders: string[]
  /** Frames whose checksum, escapes, lengths or fields were wrong. */
  broken: number
  on: boolean
  brightness: number | null
  clock: string | null
}
export const nothingSeen = (): FakeCardSeen => ({ orders: [], broken: 0, on: true, brightness: null, clock: null })
/** Remembers the last orders only: a card lives for months. */
export function remember(seen: FakeCardSeen, order: string): void {
  seen.orders.push(order)
  if (seen.orders.length > 200) seen.orders.shift()
}
