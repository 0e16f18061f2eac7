import type { DeviceBoard } from '../board/device-board.ts'
import type { WebhookList } from '../contract/webhooks.ts'
import { type DeliveriesDeps, openDeliveries } from './deliveries.ts'
import { type WebhookDeps, sendWebhooks } from './send-webhooks.ts'
import { tellHooks } from './tell-hooks.ts'

export interface HooksDeps extends DeliveriesDeps, Pick<WebhookDeps, 'office' | 'log'> {
  board: Pick<DeviceBoard, 'onChange'>
}
export interface Hooks {
  list(): Omit<WebhookList, 'mails'>
  /** Once more. false = there is no such message, or it still waits. */
  resend(id: string): boolean
  close(): void
}

/** Everything that the hall tells other systems: what happens to numbers, and what becomes of devices; in one log of deliveries. */
export function openHooks(deps: HooksDeps): Hooks {
  const { office, board, now } = deps
  const { hall } = office.hallModel
  const deliveries = openDeliveries(deps)
  const tellers = [
    sendWebhooks({ ...deps, deliveries }),
    tellHooks({ hooks: hall.deviceHooks, hallId: hall.id, board, deliveries, now }),
  ]
  const addresses = () => tellers.flatMap((teller) => teller.addresses())
  return {
    list: () => deliveries.list(addresses()),
    resend(id) {
      const isAgain = deliveries.resend(id, addresses())
      if (isAgain) for (const { wake } of tellers) wake()
      return isAgain
    },
    close() {
      deliveries.close()
      for (const { close } of tellers) close()
    },
  }
}
