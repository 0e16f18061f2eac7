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
import type { Command } from '../../gateway/contract/commands.ts'
import { buildHouse } from '../../gateway/domain/house.ts'
import { openOffice } from '../../gateway/office.ts'
import { deviceBoard } from '../../gateway/outputs/device-board.ts'
import { openPrinting, usualTimes } from '../../gateway/outputs/open-printing.ts'
import { simulatedPrinters } from '../../gateway/outputs/simulated-printers.ts'
import { openDatabase } from '../../gateway/store/database.ts'
import { sqliteLog } from '../../gateway/store/sqlite-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { tinyHouse } from '../support/tiny-hall.ts'

const SLIPS = 10_000
const STEP = 1_000
/** Fonts, code and the caches of the engine are there after these; from then on only the tickets themselves may grow. */
const WARM = 2_000
const MOST_GROWTH_MB = 48

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
function megabytes(): { rss: number; heap: number } {
  collect()
  const { rss, heapUsed } = process.memoryUsage()
  return { rss: Math.round(rss / 1_048_576), heap: Math.round(heapUsed / 1_048_576) }
}

test('D23 ten thousand numbers through office, runner, TCP and simulated printer: each slip once, memory flat', { timeout: 2_700_000 }, async () => {
  const fake = fork(resolve(import.meta.dirname, '../support/fake-printer-process.ts'))
  const [{ port }] = (await once(fake, 'message')) as [{ port: number }]
  const tiny = tinyHouse()
  const link = { kind: 'tcp' as const, host: '127.0.0.1', port }
  const hall = { ...tiny.hall, printers: tiny.hall.printers.map((one) => (one.id === 'PR1' ? { ...one, link, mode: 'text' as const } : one)) }
  const house = buildHouse({ ...hall, printers: hall.printers.filter(({ id }) => id === 'PR1') }, [...tiny.matters.values()], true)
  const folder = mkdtempSync(join(tmpdir(), 'tingshi-'))
  const log = sqliteLog(openDatabase(join(folder, 'tingshi.db')))
  const office = await openOffice({ house, log, moment: momentIn(hall.timeZone), answer: answerBody })
  const printing = openPrinting({
    ...{
      office,
      board: deviceBoard({ hall, isListening: () => false, mayBeOff: () => false, now: Date.now }),
      simulated: await simulatedPrinters([], () => {}),
      openAt: async () => null,
    },
    ...{ addressOf: () => 'http://127.0.0.1:8080', logger: pino({ level: 'silent' }), news: () => {}, times: usualTimes },
  })
  printing.start()
  const numbers = new Map<string, number>()
  office.onFacts((events) => {
    for (const event of events) if (event.type === 'slip-printed') numbers.set(event.ticketId, (numbers.get(event.ticketId) ?? 0) + 1)
  })
  const order = (command: Command) => office.handle(command, 'test', null)
  const wish = { matterId: null, queueId: 'B', terminalId: 'K1', priority: null, printer: null, missing: [], accessible: false }
  await order({ type: 'open-counter', counterId: '1' })
  const growth: number[] = []
  let base = 0
  const begun = performance.now()
  for (let slip = 1; slip <= SLIPS; slip += 1) {
    const answer = await order({ type: 'take-ticket', ...wish })
    if (!answer.ok) throw new Error(`slip ${slip}: ${answer.code}`)
    const { ticketId } = answer.body as { ticketId: string }
    while (office.state.tickets.get(ticketId)?.slip.state !== 'printed') await pause(1)
    // As in a day: who has the paper is called and goes.
    await order({ type: 'call-next', counterId: '1' })
    await order({ type: 'finish-ticket', counterId: '1' })
    if (slip % STEP !== 0) continue
    const now = megabytes()
    if (slip === WARM) base = now.rss
    if (slip > WARM) growth.push(now.rss - base)
    console.log(`${slip} slips  rss ${now.rss} MB  heap ${now.heap} MB  ${Math.round((slip / (performance.now() - begun)) * 1000)} a second`)
  }
  await printing.stop()
  await log.close()
  rmSync(folder, { recursive: true, force: true })
  fake.send('how many')
  const [paper] = (await once(fake, 'message')) as [{ printed: number; strange: string[] }]
  fake.disconnect()
  expect(paper).toEqual({ printed: SLIPS, strange: [] })
  expect([numbers.size, Math.max(...numbers.values())]).toEqual([SLIPS, 1])
  expect(Math.max(...growth)).toBeLessThan(MOST_GROWTH_MB)
})
