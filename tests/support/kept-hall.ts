import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from '../../gateway/contract/commands.ts'
import type { Moment } from '../../gateway/domain/decision.ts'
import { type Office, openOffice } from '../../gateway/office/office.ts'
import { type KeptLog, keepSnapshots, openLog } from '../../gateway/opening/open-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { tinyHallModel } from './tiny-hall.ts'

export const DAY_MS = 86_400_000
const FIRST = Date.UTC(2026, 2, 16, 1)

/** A hall with a data folder of its own, whose clock stands where the test puts it. */
export interface KeptHall {
  office: Office
  records: KeptLog
  close(): Promise<void>
}

/** Opens a folder as the gateway does; throws the gateway's words when it refuses. `day` 0 = Monday 2026-03-16, ten past nine. */
export async function openKept(dataDir: string, day: number): Promise<KeptHall> {
  const records = await openLog(dataDir, () => {})
  if (!records.ok) throw new Error(records.words.join('\n'))
  let ms = 0
  let ids = records.state.seq
  const moment = (): Moment => ({
    now: FIRST + day * DAY_MS + (ms += 1_000),
    day: new Date(FIRST + day * DAY_MS).toISOString().slice(0, 10),
    minute: 550,
    weekday: 1 + (day % 7),
    newId: () => `id-${day}-${(ids += 1)}`,
  })
  const office = await openOffice({
    hallModel: tinyHallModel(),
    log: records.log,
    moment,
    answer: answerBody,
    replayed: records.state,
  })
  const snapshots = keepSnapshots(office, records.log, dataDir, () => {})
  return {
    office,
    records,
    close: async () => {
      await snapshots.settled()
      await records.log.close()
    },
  }
}

export const take = command.parse({ type: 'take-ticket', queueId: 'A' })
const at = (type: 'open-counter' | 'call-next' | 'serve-ticket' | 'finish-ticket') =>
  ({ type, counterId: '1' }) as const

/** Some numbers, called one after the other. Returns the numbers given. */
export async function aFewVisitors(office: Office, count: number): Promise<string[]> {
  const numbers: string[] = []
  await office.handle(at('open-counter'), 'clerk', null)
  for (let nth = 0; nth < count; nth += 1) {
    const answer = await office.handle(take, 'K1', `${office.state.day} ${office.state.seq}`)
    if (answer.ok) numbers.push((answer.body as { number: string }).number)
    if (nth % 2 === 1)
      for (const type of ['call-next', 'serve-ticket', 'finish-ticket'] as const)
        await office.handle(at(type), 'clerk', null)
  }
  return numbers
}

/** A folder in which three days have been; the last is still open. */
export async function threeDays(): Promise<{ dataDir: string; numbersToday: string[] }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tingshi-kept-'))
  let numbersToday: string[] = []
  for (const day of [0, 1, 2]) {
    const hall = await openKept(dataDir, day)
    numbersToday = await aFewVisitors(hall.office, 24)
    await hall.close()
  }
  return { dataDir, numbersToday }
}

export function copyOf(dataDir: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'tingshi-copy-'))
  cpSync(dataDir, copy, { recursive: true })
  return copy
}
