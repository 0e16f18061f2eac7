import type { ErrandItem } from './errand-item.ts'

/** 帮办代办: the errand of one visitor, taken care of by one guide after the other. */
export type ErrandEvent =
  | { type: 'errand-opened'; errandId: string; code: string; items: ErrandItem[]; note: string | null }
  | { type: 'errand-item-added'; errandId: string; item: ErrandItem }
  | { type: 'errand-item-numbered'; errandId: string; itemId: string; ticketId: string }
  | { type: 'errand-item-ticked'; errandId: string; itemId: string; isDone: boolean }
  | { type: 'errand-handed-on'; errandId: string; to: string | null; note: string | null }
  | { type: 'errand-taken'; errandId: string }
  | { type: 'errand-closed'; errandId: string; outcome: 'done' | 'left' }
