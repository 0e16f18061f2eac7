import type { DeviceView } from '../../../gateway/contract/device-view.ts'
import type { PrinterId } from '../../support/device-hall-model.ts'
import type { DeviceHall } from '../../support/open-device-hall.ts'

/**
 * What becomes of the paper of a number taken while the fault stands. `waits`: it comes out once by itself when the fault is gone;
 * `asked`: nobody knows, so a person is asked and it is printed again only on an order.
 */
export type Paper = 'printed' | 'waits' | 'asked'
export interface FaultRow {
  fault: string
  device: string
  /** On the health board. */
  id: string
  plant(hall: DeviceHall): void | Promise<void>
  mend(hall: DeviceHall): void | Promise<void>
  board: { state: DeviceView['state']; word: string }
  /** What to do, as the desk and /manage/ say it; null = nothing to do. */
  todo: string | null
  /** The printer that a number is taken at meanwhile, and its paper; null = no paper is in question. */
  paper: { at: PrinterId; is: Paper } | null
  /** What stands on the terminal's screen. */
  citizen: string
  /** What stands on the guide's card 要补打的号票; null = the card is away. */
  slipCard: string | null
  clerk: string
  /** Slips of others that come out at that printer meanwhile. */
  foreign: number
  /** Slips that a printer had begun and ends by itself when it is well again; a person has been asked about them by then. */
  late: number
}

export const CALLS = '照常叫号、办结'
export const bad = (word: string): FaultRow['board'] => ({ state: 'fault', word })
export const fine: FaultRow['board'] = { state: 'ok', word: '正常' }
/** Where no paper is in question. */
export const noPaper = (
  fault: string,
  device: string,
  id: string,
  board: FaultRow['board'],
  todo: string | null,
  citizen: string,
  clerk: string,
) => ({
  fault,
  device,
  id,
  board,
  todo,
  citizen,
  clerk,
  paper: null,
  slipCard: null,
  foreign: 0,
  late: 0,
})
