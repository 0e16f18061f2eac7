import type { Counter, Hall } from '../../contract/hall.ts'

/** Where a clerk's paper comes out: the counter's own printer, else that of a terminal in its zone; null = there is neither. */
export const counterPrinter = ({ terminals }: Pick<Hall, 'terminals'>, counter: Counter): string | null =>
  counter.printer ??
  terminals.find(({ floor, zone, printer }) => floor === counter.floor && zone === counter.zone && printer !== null)
    ?.printer ??
  null
