import { expect, test } from 'vitest'
import { readXlsx } from '../../gateway/sheets/read-xlsx.ts'
import type { AuditAnswer, AuditDetail, ChainState } from '../../gateway/contract/audit.ts'
import { firstSince, searchLog } from '../../gateway/audit/search-log.ts'
import { namesIn } from '../../gateway/audit/names.ts'
import { readQuestion } from '../../gateway/audit/read-question.ts'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { recordsCheck } from '../../gateway/board/records-check.ts'
import { signIn } from '../support/api-client.ts'
import { runGateway } from '../support/run-gateway.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const DAY = 86_400_000
/** 2026-03-18 08:00 in the hall. */
const EIGHT = Date.UTC(2026, 2, 18)

/** Three days with a number an hour from eight to ten, called at counter 1 or 2 and finished. */
async function threeDays() {
  const log = memoryLog()
  const events: LoggedEvent[] = []
  const add = (at: number, event: object): void =>
    void events.push({ seq: events.length + 1, at, actor: '演示窗口', commandId: null, ...event } as LoggedEvent)
  for (const back of [2, 1, 0]) {
    const begin = EIGHT - back * DAY
    add(begin - 3_600_000, { type: 'day-opened', day: new Date(begin).toISOString().slice(0, 10) })
    for (const hour of [0, 1, 2]) {
      const ticketId = `t${back}${hour}`
      const at = begin + hour * 3_600_000
      add(at, { type: 'ticket-taken', ticketId, number: `B00${hour + 1}`, queueId: 'B', priority: null })
      add(at + 60_000, { type: 'ticket-called', ticketId, counterId: hour === 1 ? '2' : '1' })
      add(at + 600_000, { type: 'ticket-finished', ticketId })
    }
  }
  await log.append(0, events, [])
  return log
}
const known = { today: '2026-03-18', counters: new Set(['1', '2']), devices: new Set<string>() }
const ask = async (question: string): Promise<string[]> => {
  const names = (ticketAt: Parameters<typeof namesIn>[1]) => namesIn(tinyHallModel(), ticketAt, new Map())
  const found = await searchLog(
    { log: await threeDays(), timeZone: 'Asia/Shanghai', names },
    readQuestion(question, known),
  )
  return found.rows.map(({ sentence }) => sentence.replace(/[‹›]/g, ''))
}

test('VA3 a day is found by its first record, also the first day and one without any', async () => {
  const log = await threeDays()
  expect(await firstSince(log, 0)).toBe(1)
  expect(await firstSince(log, EIGHT)).toBe(22)
  expect(await firstSince(log, EIGHT + 1)).toBe(23)
  expect(await firstSince(log, EIGHT + DAY)).toBe(31)
})

test('VA3 records are found by number, counter, hour and word, on the days that were asked for and no others', async () => {
  expect(await ask('')).toHaveLength(10)
  expect(await ask('昨天')).toHaveLength(10)
  expect(await ask('近3天')).toHaveLength(30)
  expect(await ask('B002')).toEqual([
    '演示窗口 取了 B002，企业登记',
    '演示窗口 在 2 号窗口叫 B002',
    '演示窗口 在 2 号窗口办结 B002',
  ])
  expect(await ask('2 号窗口')).toEqual(['演示窗口 在 2 号窗口叫 B002', '演示窗口 在 2 号窗口办结 B002'])
  expect(await ask('9点')).toHaveLength(3)
  expect(await ask('近3天办结 10点以后')).toEqual(Array(3).fill('演示窗口 在 1 号窗口办结 B003'))
  expect(await ask('B003 企业')).toEqual(['演示窗口 取了 B003，企业登记'])
  expect(await ask('3月1日')).toEqual([])
})

test('VA5 one look through the chain at a time, and what could not be looked through is no look', async () => {
  let looks = 0
  let end: (damages: [] | null) => void = () => {}
  const check = recordsCheck(
    'none',
    () => 7,
    () => {
      looks += 1
      return new Promise((done) => {
        end = done
      })
    },
  )
  const [one, other] = [check.run(), check.run()]
  expect([looks, check.isRunning(), check.last()]).toEqual([1, true, null])
  end([])
  expect(await Promise.all([one, other])).toEqual([[], []])
  expect([check.isRunning(), check.last()]).toEqual([false, { at: 7, damages: [] }])
  const third = check.run()
  end(null)
  expect([await third, check.last()?.at, looks]).toEqual([null, 7, 2])
})

test('VA3 VA5 VA6 over HTTP: rows, one record with its chain, the look, and an export that is a record', async () => {
  const hall = await runGateway()
  const supervisor = await signIn(hall.url, 'supervisor')
  const guide = await signIn(hall.url, 'guide')
  const clerk = await signIn(hall.url, 'clerk', '1')
  for (const who of [guide, clerk, await signIn(hall.url, 'rating', '1')])
    expect((await who.get('/audit')).status).toBe(403)
  const queueId = (await guide.get<{ items: { id: string }[] }>('/queues')).body.items[0]?.id
  const taken = await guide.post<{ number: string; ticketId: string }>('/tickets', {
    queueId,
    printer: 'none',
    priority: '=1+1',
  })
  await clerk.post('/counters/1/open')
  await clerk.post('/counters/1/call', { ticketId: taken.body.ticketId })
  const { number } = taken.body
  const asked = await supervisor.get<AuditAnswer>(`/audit?q=${encodeURIComponent(`今天谁动过 ${number}`)}`)
  expect(asked.body.filter.number).toBe(number)
  expect(asked.body.rows.map(({ topic }) => topic)).toEqual(['call', 'take'])
  expect(asked.body.hours).toEqual([expect.objectContaining({ count: 2 })])
  const [newest] = asked.body.rows
  const detail = await supervisor.get<AuditDetail>(`/audit/${newest?.seq}`)
  expect(detail.body.row).toEqual(newest)
  expect(detail.body.chain.at(-1)).toEqual({ seq: newest?.seq, hash: expect.stringMatching(/^[0-9a-f]{4}$/) })
  expect((await supervisor.get('/audit/99999999')).status).toBe(404)
  // Newer than what is shown, and nothing else.
  await clerk.post('/counters/1/serve')
  const fresh = await supervisor.get<AuditAnswer>(`/audit?after=${newest?.seq}`)
  expect(fresh.body.rows.map(({ sentence }) => sentence)).toEqual([expect.stringContaining(`开始办 ‹${number}›`)])
  const looked = await supervisor.post<ChainState>('/audit/chain')
  expect(looked.body).toMatchObject({ isWhole: true, isChecking: false, checkedAt: expect.any(Number) })
  const file = await fetch(`${hall.url}/api/v1/audit/export`, {
    method: 'POST',
    headers: { authorization: `Bearer ${supervisor.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ filter: { ...asked.body.filter, words: ['取了'] } }),
  })
  expect(file.status).toBe(200)
  const book = readXlsx(new Uint8Array(await file.arrayBuffer()))
  expect(JSON.stringify(book)).toContain(`取了 ${number}`)
  const [exported] = (await supervisor.get<AuditAnswer>('/audit?q=导出')).body.rows
  expect(exported?.sentence).toContain('的记录 ‹1› 条')
  const { items } = (await supervisor.get<{ items: object[] }>('/events?limit=5000')).body
  expect(JSON.stringify(items.at(-1))).not.toContain('取了')
  await hall.discard()
}, 60_000)
