import type { PadButton } from '../../contract/input-devices.ts'

/** What a call pad was taught. */
export type PadEvent =
  /** `button` null: this key means nothing any more. `report` as it comes from the pad, in hex. */
  | { type: 'pad-taught'; padId: string; report: string; button: PadButton | null }
  /** The pad now acts as this counter; null = as the hall folder says. */
  | { type: 'pad-bound'; padId: string; counterId: string | null }
