import type { PadButton } from '../../contract/input-devices.ts'

/** Facts about call pads and rating buttons. */
export type PadEvent =
  /** `button` null: this key means nothing any more. `report` as it comes from the pad, in hex. */
  | { type: 'pad-taught'; padId: string; report: string; button: PadButton | null }
  /** The pad now acts as this counter; null = as the hall folder says. */
  | { type: 'pad-bound'; padId: string; counterId: string | null }
  /** How the visitor found the service: 5 is 非常满意. One for each visit, the last press counts. */
  | { type: 'visit-rated'; ticketId: string; counterId: string; stars: number }

/** What was learnt of one pad in the hall; it goes before the hall folder. */
export interface TaughtPad {
  readonly buttons: Readonly<Record<string, PadButton | null>>
  readonly counterId: string | null
}
