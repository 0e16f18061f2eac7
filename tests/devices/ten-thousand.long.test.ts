import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import pino from 'pino'
import { expect, test } from 'vitest'
import { momentIn } from '../../gateway/clock.ts'
import { dayAt } from '../../gateway/contract/hall-time.ts'
import type { Command } from '../../gateway/contract/commands.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { openOffice } from '../../gateway/office/office.ts'
import { quietBoard } from '../support/quiet-board.ts'
import { openPrinting, usualTimes } from '../../gateway/outputs/open-printing.ts'
import { simulatedPrinters } from '../../gateway/outputs/simulated-printers.ts'
import { openDatabase } from '../../gateway/store/database.ts'
import { sqliteLog } from '../../gateway/store/sqlite-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const SLIPS = 10_000
const STEP = 1_000
/** Fonts, code and the caches of the engine are there after these; from then on only the day's tickets themselves are kept. */
const WARM = 2_000
/** A ticket of the day is some 1.3 kB; the rest is for a busy machine. */
const MOST_BYTES_EACH = 2_000
/** What the system has given the process moves in steps of its own. */
const MOST_RSS_GROWTH_MB = 128

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
function megabytes(): { rss: number; heap: number } {
  collect()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { rss: rss / 1_048_576, heap: (heapUsed + external) / 1_048_576 }
}

test('D23 ten thousand numbers through office, runner, TCP and simulated printer: each slip once, memory flat', {
  timeout: 2_700_000,
}, async () => {
  const fake = fork(resolve(import.meta.dirname, '../support/fake-printer-process.ts'))
  const [{ port }] = (await once(fake, 'message')) as [{ port: number }]
  const tiny = tinyHallModel()
  const link = { kind: 'tcp' as const, host: '127.0.0.1', port }
  const hall = {
    ...tiny.hall,
    printers: tiny.hall.printers.map((one) => (one.id === 'PR1' ? { ...one, link, mode: 'text' as const } : one)),
  }
  const hallModel = buildHallModel(
    { ...hall, printers: hall.printers.filter(({ id }) => id === 'PR1') },
    [...tiny.matters.values()],
    true,
  )
  const folder = mkdtempSync(join(tmpdir(), 'tingshi-'))
  const database = openDatabase(join(folder, 'tingshi.db'))
  // The rule is about memory; a busy disk would only make it long.
  database.exec('PRAGMA synchronous = OFF')
  const log = sqliteLog(database)
  let dayAfter = false
  const real = momentIn(hall.timeZone)
  const moment = () =>
    dayAfter ? { ...real(), now: Date.now() + 86_400_000, day: dayAt(Date.now() + 86_400_000, hall.timeZone) } : real()
  const office = await openOffice({ hallModel, log, moment, answer: answerBody })
  const printing = openPrinting({
    office,
    now: Date.now,
    board: quietBoard(hall),
    simulated: await simulatedPrinters([], () => {}),
    openAt: async () => null,
    addressOf: () => 'http://127.0.0.1:8080',
    logger: pino({ level: 'silent' }),
    invalidate: () => {},
    times: usualTimes,
  })
  printing.start()
  const numbers = new Map<string, number>()
  office.onFacts((events) => {
    for (const event of events)
      if (event.type === 'slip-printed') numbers.set(event.ticketId, (numbers.get(event.ticketId) ?? 0) + 1)
  })
  const order = (command: Command) => office.handle(command, 'test', null)
  const wish = {
    matterId: null,
    queueId: 'B',
    terminalId: 'K1',
    priority: null,
    printer: null,
    missing: [],
    accessible: false,
  }
  await order({ type: 'open-counter', counterId: '1' })
  const rss: number[] = []
  let base = megabytes()
  const begun = performance.now()
  for (let slip = 1; slip <= SLIPS; slip += 1) {
    const answer = await order({ type: 'take-ticket', ...wish })
    if (!answer.ok) throw new Error(`slip ${slip}: ${answer.code}`)
    const { ticketId } = answer.body as { ticketId: string }
    while (office.state.line.tickets.get(ticketId)?.slip.state !== 'printed') await pause(1)
    // As in a day: who has the paper is called and goes.
    await order({ type: 'call-next', counterId: '1' })
    await order({ type: 'finish-ticket', counterId: '1' })
    if (slip % STEP !== 0) continue
    const now = megabytes()
    if (slip === WARM) base = now
    rss.push(now.rss - base.rss)
    console.log(
      `${slip} slips  rss ${now.rss.toFixed(0)} MB  heap ${now.heap.toFixed(1)} MB  ${Math.round((slip / (performance.now() - begun)) * 1000)} a second`,
    )
  }
  const full = megabytes()
  dayAfter = true
  await office.handle({ type: 'close-day' }, 'hall', null)
  const after = megabytes()
  console.log(`the next morning: rss ${after.rss.toFixed(0)} MB  heap ${after.heap.toFixed(1)} MB`)
  await printing.stop()
  await log.close()
  rmSync(folder, { recursive: true, force: true })
  fake.send('how many')
  const [paper] = (await once(fake, 'message')) as [{ printed: number; unknown: string[] }]
  fake.disconnect()
  expect(paper).toEqual({ printed: SLIPS, unknown: [] })
  expect([numbers.size, Math.max(...numbers.values())]).toEqual([SLIPS, 1])
  expect(((full.heap - base.heap) * 1_048_576) / (SLIPS - WARM)).toBeLessThan(MOST_BYTES_EACH)
  expect(office.state.line.tickets.size).toBe(0)
  expect(after.heap).toBeLessThan(base.heap + 4)
  expect(Math.max(...rss)).toBeLessThan(MOST_RSS_GROWTH_MB)
})
