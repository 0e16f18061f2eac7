import { join } from 'node:path'
import { z } from 'zod'
import { momentIn } from '../clock.ts'
import type { ImportOrder } from '../contract/catalogue-imports.ts'
import type { Hall } from '../contract/hall.ts'
import { wordsOf } from '../contract/refusals.ts'
import { buildHallModel } from '../domain/hall-model.ts'
import { currentCatalogue } from '../domain/catalogue/decide.ts'
import { openOffice } from '../office/office.ts'
import { replay } from '../office/replay.ts'
import { openDatabase } from '../store/database.ts'
import { findGateway } from '../store/gateway-note.ts'
import { sqliteLog } from '../store/sqlite-log.ts'
import { takeWriterLock } from '../store/writer-lock.ts'
import { answerBody } from '../views/answer-body.ts'
import { newId } from '../time.ts'

export type Ordered = { ok: true; live: boolean } | { ok: false; message: string }

/** The catalogue that the log names; reading needs no lock. */
export async function catalogueNow(dataDir: string): Promise<string | null> {
  const log = sqliteLog(openDatabase(join(dataDir, 'tingshi.db')))
  try {
    return currentCatalogue(await replay(log))
  } finally {
    await log.close()
  }
}

/** An import, or with null the undoing of the last one, as one event: sent to the gateway that runs, else written as the gateway would. */
export async function orderCatalogue(dataDir: string, hall: Hall, order: ImportOrder | null): Promise<Ordered> {
  const lock = takeWriterLock(dataDir, 0)
  if (!lock) return sendToGateway(dataDir, order)
  const log = sqliteLog(openDatabase(join(dataDir, 'tingshi.db')))
  try {
    const office = await openOffice({
      hallModel: buildHallModel(hall, [], false),
      log,
      moment: momentIn(hall.timeZone),
      answer: answerBody,
    })
    const command =
      order === null ? ({ type: 'undo-import' } as const) : ({ type: 'import-catalogue', ...order } as const)
    const answer = await office.handle(command, '本机命令行', null)
    return answer.ok ? { ok: true, live: false } : { ok: false, message: wordsOf(answer.code) }
  } finally {
    await log.close()
    lock.release()
  }
}

const refusal = z.object({ error: z.object({ message: z.string() }) })

async function sendToGateway(dataDir: string, order: ImportOrder | null): Promise<Ordered> {
  const gateway = findGateway(dataDir)
  const starting = '网关正在启动或没有应答。请稍等再试。'
  if (!gateway) return { ok: false, message: starting }
  try {
    const response = await fetch(`${gateway.url}/api/v1/catalogue/${order === null ? 'undo' : 'imports'}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${gateway.key}`,
        'content-type': 'application/json',
        'idempotency-key': newId(),
      },
      ...(order === null ? {} : { body: JSON.stringify(order) }),
      signal: AbortSignal.timeout(60_000),
    })
    if (response.ok) return { ok: true, live: true }
    const read = refusal.safeParse(await response.json())
    return { ok: false, message: read.success ? read.data.error.message : starting }
  } catch {
    return { ok: false, message: starting }
  }
}
