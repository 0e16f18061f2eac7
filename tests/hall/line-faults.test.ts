import { expect, test } from 'vitest'
import { readHall } from '../../gateway/config.ts'
import { spoiledHall } from '../support/hall-folder.ts'

const keysOf = (changes: Parameters<typeof spoiledHall>[0]): string[] => {
  const read = readHall(spoiledHall(changes))
  return read.ok ? [] : read.faults.map(({ key }) => key)
}

test('Q20 levels name known queues, and a queue is first somewhere', () => {
  expect(keysOf({ 'counters.yaml': [['levels: { A: 2 }', 'levels: { ZZ: 2 }']] })).toEqual(['counters.5.levels.ZZ'])
  expect(
    keysOf({ 'counters.yaml': [[/queues: \[B\](, levels: \{ A: 2 \})?/g, 'queues: [B], levels: { B: 2 }']] }),
  ).toEqual(['queues.1.id'])
})

test('Q20 tides, breaks and parts of the day fit the hall', () => {
  expect(
    keysOf({ 'hall.yaml': [['counters: ["6", "7"], queues: [B, A]', 'counters: ["6", "999"], queues: [B, ZZ]']] }),
  ).toEqual(['tides.0.counters.1', 'tides.0.queues.1'])
  expect(keysOf({ 'queues.yaml': [['from: "12:00", to: "17:00"', 'from: "11:00", to: "10:00"']] })).toEqual([
    'queues.4.quota.slots.1.to',
    'queues.4.quota.slots.1.from',
  ])
  expect(keysOf({ 'hall.yaml': [['at: "18:00"', 'at: "16:00"']] })).toEqual(['dayClose.at'])
})

test('B17 an hour at which no queue is at work cannot be offered for booking', () => {
  const lunch: [string, string] = ['booking: #', 'lunch: { from: "12:00", to: "13:30" }\nbooking: #']
  const noon: [string, string] = ['"11:00", "13:30"', '"11:00", "12:30", "13:30"']
  expect(keysOf({ 'hall.yaml': [noon] })).toEqual([])
  expect(keysOf({ 'hall.yaml': [lunch] })).toEqual([])
  expect(keysOf({ 'hall.yaml': [lunch, noon] })).toEqual(['booking.slots.5'])
})
