/**
 * How an order over HTTP carries its age. Each answer of the gateway under /api says its ticks: milliseconds, monotonic, of this run of it. A page
 * says in its orders what they were when somebody pressed, so that neither clock of day is asked. Other programs may leave it out.
 */
export const TICKS_HEADER = 'gateway-ticks'
export const MADE_AT_HEADER = 'order-made-at'

/** Ticks of one run of the gateway, below 0 before it began; those of another run say nothing. */
export interface RunTicks {
  /** Hexadecimal, new with each start. */
  run: string
  ticks: number
}
/** `9f3c02 81234` */
export const sayTicks = ({ run, ticks }: RunTicks): string => `${run} ${Math.round(ticks)}`

export function readTicks(said: string): RunTicks | null {
  const [, run, ticks] = /^([0-9a-f]{1,32}) (-?\d{1,15})$/.exec(said) ?? []
  return run === undefined ? null : { run, ticks: Number(ticks) }
}
