import { expect, test } from 'vitest'
import { encodeIcs } from '../../kiosk/book/encode-ics.ts'

const entry = {
  uid: '1773799200000-12345678@tingshi',
  madeAt: Date.UTC(2026, 2, 17, 1, 2, 3),
  from: Date.UTC(2026, 2, 18, 2, 0),
  until: Date.UTC(2026, 2, 18, 2, 30),
  title: '青城政务服务中心：国有建设用地使用权及房屋所有权转移登记（存量房买卖），第一次；二',
  place: '青城政务服务中心',
  text: '预约码 12345678。\n到大厅后在终端上输入，或扫预约页面上的码。\\',
  remindMinutes: 60,
}
const text = encodeIcs(entry)
/** As a calendar reads it: folds are taken out first (RFC 5545 3.1). */
const lines = text.replaceAll('\r\n ', '').split('\r\n')
const value = (name: string): string | undefined =>
  lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1)

test('CA1 every line ends in CRLF and is at most 75 octets long, and no character is cut', () => {
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const raw = text.split('\r\n').slice(0, -1)
  expect(raw.length).toBeGreaterThan(lines.length)
  expect(raw.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([])
  expect(text).not.toContain('�')
})

test('CA1 one entry has what a calendar must find: version, UID, stamp, times in UTC, text escaped, a reminder', () => {
  expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0'])
  expect([value('UID'), value('DTSTAMP'), value('DTSTART'), value('DTEND')]).toEqual([
    entry.uid,
    '20260317T010203Z',
    '20260318T020000Z',
    '20260318T023000Z',
  ])
  expect(value('SUMMARY')).toBe(entry.title)
  expect(value('DESCRIPTION')).toBe('预约码 12345678。\\n到大厅后在终端上输入，或扫预约页面上的码。\\\\')
  expect(value('TRIGGER')).toBe('-PT60M')
  expect(encodeIcs({ ...entry, title: 'a,b;c' })).toContain('SUMMARY:a\\,b\\;c\r\n')
  const begun = lines.filter((line) => line.startsWith('BEGIN:')).map((line) => line.slice(6))
  const ended = lines.filter((line) => line.startsWith('END:')).map((line) => line.slice(4))
  expect(ended).toEqual(begun.toReversed())
})
