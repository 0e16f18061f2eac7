import type { Sum } from './sum.ts'

/** What a sum is about. `person`: the actor of the facts, as the log names them. */
export const kinds = ['hall', 'floor', 'department', 'queue', 'counter', 'person', 'matter', 'terminal'] as const
export type Kind = (typeof kinds)[number]

/** The figures of one day for one part of the hall. The hall's own key is `''`. */
export interface SumRow {
  readonly kind: Kind
  readonly key: string
  /** As it was called then, where the log knows it; null = as it is called now. */
  readonly name: string | null
  readonly whole: Sum
  /** By half hour of the day in the hall (18 = 09:00); {} where halves are not kept. */
  readonly halves: Readonly<Record<number, Sum>>
}

/** Kinds whose half hours are kept: what is asked of the others is a day at the least. */
export const halved: readonly Kind[] = ['hall', 'queue', 'counter']
