import { MAILS } from '../board/backup-row.ts'
import type { Audience } from '../audience.ts'
import { type KeepBackups, keepBackups } from '../backups/keep-backups.ts'
import { type RecordsCheck, recordsCheck } from '../board/records-check.ts'
import type { Devices } from './open-devices.ts'
import type { Records } from './open-records.ts'
import type { Trouble } from './open-trouble.ts'
import { usualDeliveryTimes } from '../outputs/deliveries.ts'
import { type Hooks, openHooks } from '../outputs/open-hooks.ts'
import { type Mails, sendMails, usualMailTimes } from '../outputs/send-mails.ts'
import { deliveryStore } from '../store/delivery-store.ts'
import { hookKey } from '../store/hook-key.ts'
import type { OpenStream } from '../stream/open-stream-log.ts'

interface UpkeepDeps {
  records: Records
  devices: Pick<Devices, 'board'>
  audience: Audience
  dataDir: string
  /** The log's stream; null = it lies in the data folder alone. */
  stream: OpenStream | null
  /** What the mail server asks of the hall; null = nothing was given. */
  mailPassword: string | null
  trouble: Trouble
  /** Epoch ms of the hall's clock. */
  now(): number
}
/** What is done with the records while the hall goes on: looked at, copied, told to other systems. */
export interface Upkeep {
  check: RecordsCheck
  backups: KeepBackups
  webhooks: Hooks
  mails: Mails
}

export function openUpkeep(
  { records, devices, audience, dataDir, stream, mailPassword, trouble, now }: UpkeepDeps,
  stack: AsyncDisposableStack,
): Upkeep {
  const { office } = records
  const backups = keepBackups({
    office,
    board: devices.board,
    dataDir,
    stream: stream && { name: stream.stream, end: () => endOf(stream) },
    now,
    invalidate: () => audience.invalidate(),
    onBroken: trouble.at('backup'),
  })
  stack.defer(backups.stop)
  const deliveries = deliveryStore(records.database)
  const webhooks = openHooks({
    office,
    board: devices.board,
    log: records.log,
    store: deliveries,
    key: () => hookKey(dataDir),
    now,
    onBroken: trouble.at('webhooks'),
    times: usualDeliveryTimes,
  })
  stack.defer(webhooks.close)
  const mails = sendMails({
    office,
    log: records.log,
    store: deliveries,
    password: mailPassword,
    now,
    onBroken: trouble.at('mail'),
    times: usualMailTimes,
    tellBoard(condition) {
      devices.board.learn(MAILS, condition)
      audience.invalidate()
    },
  })
  stack.defer(mails.close)
  return { check: recordsCheck(dataDir, now), backups, webhooks, mails }
}

/** The engine's part is loaded only where a hall asks for it. */
async function endOf({ line, hall }: OpenStream): Promise<number> {
  const { streamEnd } = await import('../stream/stream-end.ts')
  return streamEnd(line, hall)
}
