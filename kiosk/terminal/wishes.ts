/** What a number is wanted for; `missing`: the materials that the visitor has not brought. */
export interface TakeWish {
  matterId: string | null
  queueId: string | null
  missing: string[]
  flowId?: string | null
  appointmentCode?: string | null
}
/** Which list to print: a matter in the visitor's case, or a flow; `brought` is ticked on it. */
export interface ListWish {
  matterId: string | null
  flowId: string | null
  answers: Readonly<Record<string, string>>
  brought: readonly string[]
}
