import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openCityHalls } from '../../gateway/city/city-halls.ts'
import { cityBoardView } from '../../gateway/city/city-views.ts'
import { readHall } from '../../gateway/config.ts'
import { noHolidays } from '../../gateway/contract/calendar.ts'
import { FIRST_HASH } from '../../gateway/store/hash-chain.ts'
import { encodeTurn } from '../../gateway/stream/turn-message.ts'
import { dayOfAHall } from './day-of-a-hall.ts'
import { figure } from './figure.ts'

/**
 * How much a city's process pays for its halls: `npm run bench:city -- 10 100`. Each hall lives the same day of 3,000 numbers. Times are of the processor, so
 * that a busy machine tells the same.
 */
const COUNTS = process.argv.slice(2).map(Number)
const ROWS_IN_A_TURN = 20
const MB = 1_048_576

const busyMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
const heldMb = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / MB
}

const rows = dayOfAHall()
const read = readHall(resolve(import.meta.dirname, '../../assets/sample-hall'))
const card = read.ok ? gzipSync(JSON.stringify({ hall: read.hall, matters: read.matters, alwaysOpen: false })) : null
let before = { seq: 0, hash: FIRST_HASH }
const messages = Array.from({ length: Math.ceil(rows.length / ROWS_IN_A_TURN) }, (_, nth) => {
  const part = rows.slice(nth * ROWS_IN_A_TURN, (nth + 1) * ROWS_IN_A_TURN)
  const last = part.at(-1) ?? before
  const end = { seq: last.seq, hash: last.hash }
  const turn = { id: `t${nth}`, by: 'hall', before, end, rows: part, answers: [] }
  before = end
  return encodeTurn(turn, 1_000_000)
}).flat()
figure('rows of a day of 3,000 numbers', rows.length, 'rows')
figure('a day on the stream', messages.reduce((sum, { body }) => sum + body.length, 0) / MB, 'MB')
for (const count of COUNTS) {
  const folder = mkdtempSync(join(tmpdir(), 'tingshi-city-'))
  const file = join(folder, 'halls')
  const halls = openCityHalls(file, noHolidays)
  const ids = Array.from({ length: count }, (_, nth) => `hall${nth}`)
  const empty = heldMb()
  if (card) for (const id of ids) halls.takeCard(id, card)
  const withCards = heldMb()
  let place = 0
  const from = busyMs()
  for (const { headers, body } of messages)
    for (const id of ids) halls.takeLog(id, { place: (place += 1), headers, body })
  const folded = busyMs() - from
  figure(`${count} halls: rows folded`, (rows.length * count) / (folded / 1_000), 'rows/s of processor')
  figure(`${count} halls: a card`, (withCards - empty) / count, 'MB')
  figure(`${count} halls: a day`, (heldMb() - withCards) / count, 'MB')
  const boardFrom = busyMs()
  cityBoardView(halls.all(), { name: '', halls: [] }, 0)
  figure(`${count} halls: the board`, busyMs() - boardFrom, 'ms of processor')
  const keepFrom = busyMs()
  halls.keep()
  figure(`${count} halls: kept`, busyMs() - keepFrom, 'ms of processor')
  figure(`${count} halls: their files`, (statSync(join(file, 'hall0.state')).size * count) / MB, 'MB')
  const againFrom = busyMs()
  openCityHalls(file, noHolidays)
  figure(`${count} halls: opened again`, busyMs() - againFrom, 'ms of processor')
}
