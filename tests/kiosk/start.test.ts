import { describe, expect, test } from 'vitest'
import type { CatalogueEntry } from '../../gateway/catalogue/search/entry.ts'
import { callRow, demoMatter, isOutOfPaper } from '../../kiosk/start/demo-hands.ts'
import { surfaces } from '../../kiosk/start/surfaces.ts'
import { sampleCounter, sampleStart, sampleTicket } from '../fixtures/views/staff.ts'

const entry = (id: string, queueId: string | null, popular: number): CatalogueEntry => ({
  id,
  name: id,
  department: '',
  departmentId: 'd',
  kind: '',
  queueId,
  popular,
  aliases: [],
  syllables: [],
  aliasSyllables: [],
  onTheSpot: false,
})

describe('start page', () => {
  test('SS1 the phone opens when there is a number; a hall at work has no demo words', () => {
    expect(surfaces(true, null).at(-1)?.address).toBeNull()
    expect(surfaces(true, 'abc').at(-1)?.address).toBe('/t/abc')
    expect(
      surfaces(false, 'abc')
        .map(({ text }) => text)
        .join(''),
    ).not.toContain('演示')
    expect(surfaces(false, null).every(({ address }) => address !== null)).toBe(true)
  })

  test('SS2 calling opens the counter, finishes what is there, then calls', () => {
    const row = (over: Parameters<typeof sampleCounter>[0]) => callRow(sampleCounter(over)).map(({ type }) => type)
    expect(row({ state: 'closed' })).toEqual(['open-counter', 'call-next'])
    expect(row({})).toEqual(['call-next'])
    expect(row({ state: 'paused', ticket: sampleTicket('A042', { state: 'serving' }) })).toEqual([
      'open-counter',
      'finish-ticket',
      'call-next',
    ])
  })

  test('SS3 the number is for a matter that the counter serves, the most wanted one', () => {
    const entries = [entry('x', 'C', 9), entry('y', 'A', 2), entry('z', 'A', 5), entry('n', null, 99)]
    expect(demoMatter(['x', 'y'], entries, ['A'])).toBe('y')
    expect(demoMatter(['x'], entries, ['A'])).toBe('z')
    expect(demoMatter(['x'], entries, ['K'])).toBe('x')
    expect(demoMatter([], [], ['A'])).toBeNull()
  })

  test('SS1 paper is out when the printer says so', () => {
    expect(isOutOfPaper(sampleStart())).toBe(false)
    expect(isOutOfPaper(sampleStart({ papers: [{ printerId: 'PR1', slips: 2, faults: ['paper-out'] }] }))).toBe(true)
  })
})
