import { expect, test } from 'vitest'
import type { AuditAnswer, AuditRow } from '../../gateway/contract/audit.ts'
import { newList, newestOf, taken, withFresh, withOlder } from '../../kiosk/manage/audit/audit-list.ts'

const row = (seq: number): AuditRow => ({
  seq,
  at: seq,
  sentence: '',
  topic: 'call',
  actor: 'hall',
  actorName: '',
  counterId: null,
})
const answer = (...seqs: number[]): AuditAnswer => ({
  filter: {
    from: '2026-03-18',
    to: '2026-03-18',
    fromMinute: null,
    toMinute: null,
    number: null,
    counterId: null,
    deviceId: null,
    topic: null,
    actor: null,
    words: [],
  },
  rows: seqs.map(row),
  total: seqs.length,
  hours: [],
  lookedFrom: null,
  hasMore: true,
  timeZone: 'Asia/Shanghai',
})
const seqs = (rows: readonly AuditRow[]): number[] => rows.map(({ seq }) => seq)

test('VA4 records that come stand on top, but wait while somebody reads one or has scrolled', () => {
  const list = newList(answer(12, 11, 10))
  expect(seqs(withFresh(list, [row(14), row(13)], false).rows)).toEqual([14, 13, 12, 11, 10])
  const scrolled = withFresh(list, [row(13)], true)
  expect([seqs(scrolled.rows), seqs(scrolled.fresh)]).toEqual([[12, 11, 10], [13]])
  const chosen = withFresh({ ...list, chosen: 11 }, [row(13)], false)
  expect([seqs(chosen.rows), chosen.chosen]).toEqual([[12, 11, 10], 11])
  // What came twice stands once.
  const again = withFresh(chosen, [row(14), row(13)], false)
  expect([seqs(again.fresh), newestOf(again)]).toEqual([[14, 13], 14])
  const shown = taken(again)
  expect([seqs(shown.rows), shown.chosen, shown.answer.total]).toEqual([[14, 13, 12, 11, 10], 11, 5])
  expect(seqs(withOlder(shown, answer(9, 8)).rows)).toEqual([14, 13, 12, 11, 10, 9, 8])
})
