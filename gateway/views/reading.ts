import type { DeviceHealth, DeviceView } from '../contract/device-view.ts'
import type { SignalsView } from '../contract/signals.ts'
import type { StartView } from '../contract/start-view.ts'
import type { HallModel } from '../domain/hall-model.ts'
import type { Key } from '../domain/keys.ts'
import type { HallTime } from '../domain/notices/notice-life.ts'
import type { OfficeState } from '../domain/office-state.ts'

/** What lives beside the log: devices as they are now, what scanners just said. */
export interface LiveSources {
  devices(): DeviceView[]
  /** The health board whole. */
  health(): DeviceHealth[]
  papers(): StartView['papers']
  /** How fast the sample hall lives by itself; null = it does not. */
  life(): StartView['life']
  version: string
  /** Who works here, masked, by work number. */
  staffNames(): ReadonlyMap<string, string>
  /** What a terminal's scanner and keypad just said. */
  signals(terminalId: string): SignalsView
}

/** Beside the keys of the state: what lives beside the log, and the present minute. */
export type ReadKey = Key | 'live' | 'minute'

/**
 * What a view is made from. Whatever it looks at it names, so that it is made again when that was touched, and only then.
 * A view keeps nothing of the state: it is evolved in place.
 */
export interface Reading {
  readonly hallModel: HallModel
  /** The state, of which the view looks at what these keys name and at nothing else. */
  state(...keys: readonly Key[]): OfficeState
  live(): LiveSources
  /** The present minute: `now` is its beginning, epoch ms. */
  time(): HallTime
  /** Whether this moment (epoch ms) is still to come; when it comes the view is made again. */
  isBefore(at: number): boolean
  /**
   * Made once for all views that ask for this name; who asked is made again only when it comes out different. Without `same` a
   * value made again counts as different.
   */
  shared<T>(name: string, make: (reading: Reading) => T, same?: (one: T, other: T) => boolean): T
}
