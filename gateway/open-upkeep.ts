import type { Audience } from './audience.ts'
import { type KeepBackups, keepBackups } from './backups/keep-backups.ts'
import { type RecordsCheck, recordsCheck } from './board/records-check.ts'
import type { Devices } from './open-devices.ts'
import type { Records } from './open-records.ts'
import type { Trouble } from './open-trouble.ts'
import { type Webhooks, sendWebhooks, usualWebhookTimes } from './outputs/send-webhooks.ts'
import { deliveryStore } from './store/delivery-store.ts'
import { hookKey } from './store/hook-key.ts'

interface UpkeepDeps {
  records: Records
  devices: Pick<Devices, 'board'>
  audience: Audience
  dataDir: string
  trouble: Trouble
  /** Epoch ms of the hall's clock. */
  now(): number
}
/** What is done with the records while the hall goes on: looked at, copied, told to other systems. */
export interface Upkeep {
  check: RecordsCheck
  backups: KeepBackups
  webhooks: Webhooks
}

export function openUpkeep(
  { records, devices, audience, dataDir, trouble, now }: UpkeepDeps,
  stack: AsyncDisposableStack,
): Upkeep {
  const { office } = records
  const backups = keepBackups({
    office,
    board: devices.board,
    dataDir,
    now,
    invalidate: () => audience.invalidate(),
    onBroken: trouble.at('backup'),
  })
  stack.defer(backups.stop)
  const webhooks = sendWebhooks({
    office,
    log: records.log,
    store: deliveryStore(records.database),
    key: () => hookKey(dataDir),
    now,
    onBroken: trouble.at('webhooks'),
    times: usualWebhookTimes,
  })
  stack.defer(webhooks.close)
  return { check: recordsCheck(dataDir, now), backups, webhooks }
}
