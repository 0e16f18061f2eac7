import { signal } from '@preact/signals'
import { decodeHand } from '../../../gateway/catalogue/hand/hand-file.ts'
import { askFile } from '../../../gateway/client/ask.ts'
import { type HandModel, handModel } from './hand-model.ts'

/** How the characters of this hall are written; null = not read yet. It is the hall's, no visitor's. */
export const hand = signal<HandModel | null>(null)
/** It could not be read: the keys that need it are not offered. */
export const isHandAway = signal(false)

let isReading = false
/** Reads it once; after a failure again the next time. */
export function readHand(): void {
  if (hand.peek() !== null || isReading) return
  isReading = true
  void askFile('/api/v1/catalogue/strokes').then(async (file) => {
    isReading = false
    isHandAway.value = !file.ok
    if (file.ok) hand.value = handModel(decodeHand(new Uint8Array(await file.body.arrayBuffer())))
  })
}
/** After an import other characters are needed. */
export function forgetHand(): void {
  hand.value = null
}
