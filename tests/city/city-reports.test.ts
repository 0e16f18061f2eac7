import { expect, test } from 'vitest'
import { type HallCopy, foldEvent, newHall } from '../../gateway/city/hall-copy.ts'
import { cityReport, newestDay } from '../../gateway/city/report-view.ts'
import { cityFile } from '../../gateway/city/read-city-file.ts'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { placesData, hallPlaces } from '../../gateway/domain/reports/hall-places.ts'
import { readDay } from '../../gateway/domain/reports/read-day.ts'
import { spanOf } from '../../gateway/domain/reports/span.ts'
import { sumDay } from '../../gateway/domain/reports/sum-day.ts'
import { simulatedDays } from '../support/simulated-days.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const city = cityFile.parse({ name: '青城市', halls: [{ id: 'one', name: '市中心' }] })

/** A hall whose log has two days, each counted as `countDay` does it. */
function hallOf(id: string): HallCopy {
  const hall: HallCopy = { ...newHall(id), model: tinyHallModel(), pulse: null, heardAt: null }
  const events = simulatedDays(2)
  for (const event of events) foldEvent(hall, structuredClone(event), 'Asia/Shanghai', event.seq)
  const places = hallPlaces(placesData(tinyHallModel()))
  for (const day of hall.over) {
    const reading = readDay(day.day, places.queuesOf)
    for (const event of events) if (event.seq > day.first && event.seq <= day.last) reading.read(event)
    day.sum = sumDay(reading.facts(), places).find(({ kind }) => kind === 'hall')?.whole ?? {}
  }
  return hall
}
const takenOn = (events: readonly LoggedEvent[], day: string): number =>
  events.filter((event) => event.type === 'ticket-taken' && event.day === day).length

test('CT13 a day over all halls is the sum of their own figures, those without any are named, and the open day is not told', () => {
  const events = simulatedDays(2)
  const [one, two] = [hallOf('one'), hallOf('two')]
  const none: HallCopy = { ...newHall('three'), model: tinyHallModel(), pulse: null, heardAt: null }
  const day = newestDay([one, two, none]) ?? ''
  const report = cityReport([one, two, none], city, spanOf('day', day))
  const taken = takenOn(events, day)
  expect(taken).toBeGreaterThan(5)
  expect(report.rows.map(({ name, taken: of }) => [name, of])).toEqual([
    ['市中心', taken],
    [tinyHallModel().hall.name, taken],
  ])
  expect(report.whole.taken).toBe(2 * taken)
  expect(report.missing).toEqual([tinyHallModel().hall.name])
  expect(one.over.map((over) => over.day)).not.toContain(one.open?.day)
})
