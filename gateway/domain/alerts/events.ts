import type { AlertEffect } from '../../contract/alert.ts'

/** What became of it: the emergency or the notice that it made, null when it only ended others or was recorded. */
export type AlertEvent = {
  type: 'alert-received'
  reference: string
  sender: string
  effect: AlertEffect
  madeId: string | null
}
