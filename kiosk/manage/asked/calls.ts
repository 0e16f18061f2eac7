import { anything, withFields } from '../../../gateway/client/ask.ts'
import type { AskedView } from '../../../gateway/contract/asked.ts'
import { type Answer, manageCall } from '../manage-call.ts'

export const askedNow = (): Promise<Answer<AskedView>> =>
  manageCall('/asked', withFields<AskedView>('items', 'aliases'))
type Found = { items: { id: string; name: string }[] }
export const findMatters = (words: string): Promise<Answer<Found>> =>
  manageCall(`/matters?limit=4&q=${encodeURIComponent(words)}`, withFields<Found>('items'))
/** `matterId` null = the words are the name of none. */
export const review = (words: string, matterId: string | null): Promise<Answer<unknown>> =>
  manageCall('/asked/review', anything, { words, matterId })
export const withdraw = (words: string): Promise<Answer<unknown>> => manageCall('/asked/withdraw', anything, { words })
