import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type CityHalls, openCityHalls } from '../../gateway/city/city-halls.ts'
import { cityBoardView } from '../../gateway/city/city-views.ts'
import { quickestView } from '../../gateway/city/quickest-view.ts'
import { readCityFile } from '../../gateway/city/read-city-file.ts'
import { momentIn } from '../../gateway/clock.ts'
import { noHolidays } from '../../gateway/contract/calendar.ts'
import { openOffice } from '../../gateway/office/office.ts'
import type { LogRow } from '../../gateway/store/event-log.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { encodeTurn } from '../../gateway/stream/turn-message.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'
import { takeB } from '../support/watched-office.ts'

const NOON = Date.UTC(2026, 2, 18, 3)
const city = {
  name: '青城市',
  halls: [
    { id: 'one', name: '市中心', place: '新城大街', at: [0, 0] as [number, number] },
    { id: 'two', name: '北山分厅', place: '北山区', at: [3, 4] as [number, number] },
  ],
}
const none = { seq: 0, hash: '0'.repeat(64) }

/** A hall in which three took a number, and the first was called ten minutes later. */
async function livedHall(): Promise<LogRow[]> {
  const log = memoryLog()
  const clock = { now: NOON }
  const office = await openOffice({
    hallModel: tinyHallModel(),
    log,
    moment: momentIn('Asia/Shanghai', () => clock.now),
    answer: answerBody,
  })
  for (let nth = 0; nth < 3; nth++) await office.handle(takeB, 'guide', `t${nth}`)
  const counterId = tinyHallModel().countersOf.get('B')?.[0]?.id ?? ''
  await office.handle({ type: 'open-counter', counterId }, 'clerk', 'o')
  clock.now += 10 * 60_000
  await office.handle({ type: 'call-next', counterId }, 'clerk', 'c')
  return log.rows(0, 1_000)
}
let place = 0
function send(halls: CityHalls, id: string, rows: LogRow[]): void {
  const last = rows.at(-1)
  const end = last ? { seq: last.seq, hash: last.hash } : none
  for (const { headers: about, body } of encodeTurn(
    { id: `t${place}`, by: id, before: none, end, rows, answers: [] },
    1_000,
  ))
    halls.takeLog(id, { place: (place += 1), headers: about, body })
}
function tell(halls: CityHalls, id: string, at: number): void {
  const { hall, matters } = tinyHallModel()
  halls.takeCard(id, gzipSync(JSON.stringify({ hall, matters: [...matters.values()], alwaysOpen: true })))
  halls.takePulse(id, new TextEncoder().encode(JSON.stringify({ at, seq: 1, faults: 2 })), at)
}
const folder = (): string => mkdtempSync(join(tmpdir(), 'tingshi-city-'))

test('CY4 the board tells of every hall what its own log says: who waits, how long they waited, what is open', async () => {
  const halls = openCityHalls(join(folder(), 'none'), noHolidays)
  send(halls, 'one', await livedHall())
  tell(halls, 'one', NOON)
  const [row] = cityBoardView(halls.all(), city, NOON + 10_000).halls
  expect(row).toMatchObject({
    name: '市中心',
    state: 'live',
    waiting: 2,
    takenToday: 3,
    openCounters: 1,
    faults: 2,
    waited: { half: 10, most: 10 },
    lights: { red: 0, yellow: 0, paused: 0 },
  })
  expect(row?.course.waiting.at(-1)).toBe(2)
})

test('CY5 a hall whose line is down keeps its last figures with their age, stands last, and its faults are not known', async () => {
  const halls = openCityHalls(join(folder(), 'none'), noHolidays)
  const rows = await livedHall()
  for (const id of ['one', 'two']) {
    send(halls, id, rows)
    tell(halls, id, id === 'one' ? NOON : NOON + 60_000)
  }
  const { halls: board } = cityBoardView(halls.all(), city, NOON + 61_000)
  expect(board.map(({ id, state, faults, waiting }) => [id, state, faults, waiting])).toEqual([
    ['two', 'live', 2, 2],
    ['one', 'cut', null, 2],
  ])
  expect(board[1]?.heardAt).toBe(NOON)
  expect(quickestView(halls.all(), city, { query: '', from: null, now: NOON + 61_000 }).items).toEqual([])
})

test('CY6 a log that does not go on where it ended is not believed, and says so', async () => {
  const halls = openCityHalls(join(folder(), 'none'), noHolidays)
  const rows = await livedHall()
  send(halls, 'one', rows.slice(0, 3))
  send(halls, 'one', rows.slice(4))
  tell(halls, 'one', NOON)
  expect(cityBoardView(halls.all(), city, NOON).halls[0]?.state).toBe('unfit')
})

test('CY7 what the city knows is kept and goes on from there; thrown away or broken, it is made anew and comes out the same', async () => {
  const file = join(folder(), 'city.checkpoint')
  const rows = await livedHall()
  const halls = openCityHalls(file, noHolidays)
  send(halls, 'one', rows.slice(0, 4))
  halls.keep()
  const again = openCityHalls(file, noHolidays)
  expect(again.place).toBe(halls.place)
  const anew = openCityHalls(join(folder(), 'none'), noHolidays)
  send(again, 'one', rows.slice(4))
  send(anew, 'one', rows)
  for (const one of [again, anew]) tell(one, 'one', NOON)
  expect(cityBoardView(again.all(), city, NOON)).toEqual(cityBoardView(anew.all(), city, NOON))
  writeFileSync(join(file, 'one.state'), 'broken')
  const mended = openCityHalls(file, noHolidays)
  expect([mended.place, mended.all()]).toEqual([0, []])
})

test('CY7 halls are kept one after the other; what came for one that waits is read again, and what the others have already is passed over', async () => {
  const kept = join(folder(), 'halls')
  const rows = await livedHall()
  const halls = openCityHalls(kept, noHolidays)
  const before = halls.place
  send(halls, 'one', rows)
  send(halls, 'two', rows.slice(0, 4))
  expect(halls.keepNext()).toBe(true)
  const again = openCityHalls(kept, noHolidays)
  expect(again.all().map(({ id }) => id)).toEqual(['one'])
  expect(again.place).toBeGreaterThan(before)
  expect(again.place).toBeLessThan(halls.place)
  send(again, 'one', rows)
  send(again, 'two', rows)
  const anew = openCityHalls(join(folder(), 'none'), noHolidays)
  for (const id of ['one', 'two']) {
    send(anew, id, rows)
    for (const one of [anew, again]) tell(one, id, NOON)
  }
  expect(cityBoardView(again.all(), city, NOON)).toEqual(cityBoardView(anew.all(), city, NOON))
  expect([halls.keepNext(), halls.keepNext()]).toEqual([true, false])
  expect(openCityHalls(kept, noHolidays).place).toBe(halls.place)
})

test('CY7 a turn of which only a part has come is read again from its beginning', async () => {
  const kept = join(folder(), 'halls')
  const rows = await livedHall()
  const last = rows.at(-1)
  const end = last ? { seq: last.seq, hash: last.hash } : none
  const parts = encodeTurn({ id: 'whole', by: 'one', before: none, end, rows, answers: [] }, 500)
  expect(parts.length).toBeGreaterThan(1)
  const halls = openCityHalls(kept, noHolidays)
  const [first] = parts
  if (first) halls.takeLog('one', { place: 1, headers: first.headers, body: first.body })
  halls.keep()
  const again = openCityHalls(kept, noHolidays)
  expect(again.place).toBe(0)
  for (const [nth, { headers: about, body }] of parts.entries())
    again.takeLog('one', { place: nth + 1, headers: about, body })
  expect(again.all()[0]).toMatchObject({ isUnfit: false, takenToday: 3 })
})

test('CY8 which hall is quickest for a matter: the shortest wait first, the way in kilometres, and who does not do it now', async () => {
  const halls = openCityHalls(join(folder(), 'none'), noHolidays)
  const rows = await livedHall()
  for (const id of ['one', 'two']) tell(halls, id, NOON)
  send(halls, 'one', rows)
  const [matter] = [...tinyHallModel().matters.values()].filter(({ queueId }) => queueId === 'B')
  const found = quickestView(halls.all(), city, { query: matter?.name ?? '', from: 'two', now: NOON })
  expect(found.matter).toBe(matter?.name)
  expect([...found.items.map(({ name }) => name), ...found.missing].toSorted()).toEqual(['北山分厅', '市中心'])
  const one = found.items.find(({ id }) => id === 'one')
  if (one) expect(one.kilometres).toBe(5)
})

test('CY9 the file of a city is read, or each fault is named', () => {
  const path = join(folder(), 'city.yaml')
  writeFileSync(path, 'name: 青城市\nhalls:\n  - { id: one, name: 市中心, at: [1, 2] }\n')
  expect(readCityFile(path)).toMatchObject({ ok: true, city: { halls: [{ place: '', at: [1, 2] }] } })
  writeFileSync(path, 'name: 青城市\nhalls:\n  - { id: one, at: [1] }\n')
  const read = readCityFile(path)
  expect(read.ok ? [] : read.words.map((line) => line.slice(path.length + 1))).toEqual([
    expect.stringContaining('halls.0.name'),
    expect.stringContaining('halls.0.at'),
  ])
  rmSync(path)
})
