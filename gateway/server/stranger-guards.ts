import type { Hall } from '../contract/hall.ts'
import { type GuessGuard, guessGuard } from './guess-guard.ts'
import { type TrackGuard, trackGuard } from './track-guard.ts'
import { type AddressOf, visitorAddress } from './visitor-address.ts'
import { type VisitorDevices, visitorDevices } from './visitor-device.ts'
import { monotonic } from '../time.ts'

/** What keeps whoever shows no token within bounds; one set for all doors, so that none is a way round another. */
export interface StrangerGuards {
  addressOf: AddressOf
  devices: VisitorDevices
  guesses: GuessGuard
  trackGuard: TrackGuard
  /** Never set, ms: limits must not follow the wall clock. */
  monotonic: () => number
}

export function strangerGuards({ trustedProxies }: Pick<Hall, 'trustedProxies'>): StrangerGuards {
  return {
    addressOf: visitorAddress(trustedProxies),
    devices: visitorDevices(),
    guesses: guessGuard(monotonic),
    trackGuard: trackGuard(monotonic),
    monotonic,
  }
}
