import { describe, expect, test } from 'vitest'
import type { CatalogueEntry } from '../../gateway/catalogue/search/entry.ts'
import { callRow, demoMatter, isOutOfPaper } from '../../kiosk/start/demo-hands.ts'
import { ownGroups, ownPages, surfaces } from '../../kiosk/start/surfaces.ts'
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
    const { surfaces: has } = sampleStart()
    expect(surfaces({ surfaces: has, lastToken: null }).at(-1)?.address).toBeNull()
    expect(surfaces({ surfaces: has, lastToken: 'abc' }).at(-1)?.address).toBe('/t/abc')
    const own = [...ownPages(has), ...ownGroups(has)]
    expect(own.map(({ text }) => text).join('')).not.toContain('演示')
    expect(ownPages(has).every(({ address }) => address !== null)).toBe(true)
  })

  test('NH6 the start page links what the hall has and nothing else', () => {
    const { surfaces: sample } = sampleStart()
    const none = { terminals: [], screens: [], panels: [], counters: [], booking: false, phoneNumbers: false }
    const own = { ...none, terminals: [{ id: 'T9', name: '门口', printer: null }], counters: ['31'], booking: true }
    const linked = (has: typeof sample): (string | null)[] => [
      ...ownPages(has).map(({ address }) => address),
      ...ownGroups(has).flatMap(({ pages }) => pages.map(({ address }) => address)),
    ]
    expect(linked(none)).toEqual(['/guide/', '/manage/'])
    expect(linked(own)).toEqual([
      '/guide/',
      '/manage/',
      '/book',
      '/kiosk/?terminal=T9',
      '/counter/?counter=31',
      '/strip/?counter=31',
    ])
    expect(surfaces({ surfaces: own, lastToken: null }).map(({ address }) => address)).toEqual([
      '/kiosk/?terminal=T9',
      '/counter/?counter=31',
      '/guide/',
      '/manage/',
      '/strip/?counter=31',
      null,
    ])
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
