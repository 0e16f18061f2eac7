import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PushReceipt, SentPush } from '../../gateway/contract/city-push.ts'
import type { HallModel } from '../../gateway/domain/hall-model.ts'
import { momentIn } from '../../gateway/clock.ts'
import { type CarryOutDeps, carryOutPush } from '../../gateway/from-city/carry-out-push.ts'
import { importPushed } from '../../gateway/from-city/import-pushed.ts'
import { type Office, openOffice } from '../../gateway/office/office.ts'
import { orderDoor } from '../../gateway/rights/order-door.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { tinyHallModel } from './tiny-hall.ts'

export const NOON = Date.UTC(2026, 2, 18, 3)

export interface HallOfCity {
  office: Office
  clock: { now: number }
  deps: Omit<CarryOutDeps, 'receiptOf'>
  receipts: Map<number, PushReceipt>
  /** What the city sent, carried out as after its arrival. */
  hear(version: number, what: SentPush['what'], at?: number): Promise<PushReceipt>
  /** Which facts its log has, by type. */
  facts(): Promise<string[]>
}

/** A small hall with an office of its own and the city's sendings in its hands. */
export async function hallOfCity(change: (model: HallModel) => HallModel = (model) => model): Promise<HallOfCity> {
  const log = memoryLog()
  const clock = { now: NOON }
  const moment = momentIn('Asia/Shanghai', () => clock.now)
  const office = await openOffice({ hallModel: change(tinyHallModel()), log, moment, answer: answerBody })
  const giveOrder = orderDoor(office)
  const own = [...office.hallModel.matters.values()]
  const dataDir = mkdtempSync(join(tmpdir(), 'tingshi-of-city-'))
  const importCatalogue = importPushed({ office, giveOrder, own, dataDir })
  const receipts = new Map<number, PushReceipt>()
  const deps = { hallId: 'one', office, giveOrder, importCatalogue, now: () => clock.now }
  return {
    office,
    clock,
    deps,
    receipts,
    async hear(version, what, at = clock.now) {
      const receiptOf = (of: number): PushReceipt | null => receipts.get(of) ?? null
      const receipt = await carryOutPush({ version, at, by: 'staff 0001', halls: null, what }, { ...deps, receiptOf })
      receipts.set(version, receipt)
      return receipt
    },
    facts: async () => (await log.read(0, 1_000)).map(({ type }) => type),
  }
}
