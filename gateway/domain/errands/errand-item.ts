/** One matter of an errand. `isDone`: ticked by hand; a number that is finished says so itself. */
export interface ErrandItem {
  id: string
  matterId: string
  ticketId: string | null
  isDone: boolean
}
