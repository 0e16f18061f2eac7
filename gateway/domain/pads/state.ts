import type { PadButton } from '../../contract/input-devices.ts'

/** What was learnt of one pad in the hall; it goes before the hall folder. */
export interface TaughtPad {
  readonly buttons: Readonly<Record<string, PadButton | null>>
  readonly counterId: string | null
}

export const untaught: TaughtPad = { buttons: {}, counterId: null }

export interface PadsState {
  /** What pads were taught, by id; it outlives the day. */
  taught: Map<string, TaughtPad>
}

export const noPads = (): PadsState => ({ taught: new Map() })
