import { expect, test } from 'vitest'
import { noticeTemplate } from '../../gateway/contract/notice-template.ts'
import { clockIn } from '../../kiosk/manage/notices/draft.ts'
import { filledWords } from '../../kiosk/shared/staff/fill-slots.ts'
import { readClock, readMoment } from '../../kiosk/shared/staff/read-moment.ts'

test.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['9:05', '09:05'],
  ['9点', '09:00'],
  ['9点半', '09:30'],
  ['18时30分', '18:30'],
  ['０９：３０', '09:30'],
  ['24:00', null],
  ['9:60', null],
  ['早上', null],
])('NN13 the time %s is %s', (typed, read) => expect(readClock(typed)).toBe(read))

test.each([
  ['2026-11-27 09:00', '2026-11-27T09:00'],
  ['2026/1/5 9点', '2026-01-05T09:00'],
  ['2026年10月8日 18:30', '2026-10-08T18:30'],
  ['10月8日', '2027-10-08T00:00'],
  ['1-5 9点', '2027-01-05T09:00'],
  ['26日', '2026-11-26T00:00'],
  ['25日 9点', '2026-12-25T09:00'],
  ['2月29日', '2028-02-29T00:00'],
  ['12-31', '2026-12-31T00:00'],
  ['27日 930', '2026-11-27T09:30'],
  ['2026-02-29', null],
  ['11/31 9:00', null],
  ['明天', null],
  ['', null],
])('NN13 the moment %s is %s', (typed, read) => expect(readMoment(typed, '2026-11-26')).toBe(read))

test('NN13 an end without a clock is the end of that day', () => {
  expect(readMoment('12-31', '2026-11-26', '23:59')).toBe('2026-12-31T23:59')
  expect(readMoment('12-31 18:00', '2026-11-26', '23:59')).toBe('2026-12-31T18:00')
})

test('NN13 what is typed is the hall’s time, and is shown as it was meant', () => {
  const { toField, fromField } = clockIn('Asia/Shanghai', () => Date.parse('2026-11-26T01:00:00Z'))
  const at = fromField('2026-11-27 9:00')
  expect(at).toBe(Date.parse('2026-11-27T01:00:00Z'))
  expect(at !== null && toField(at)).toBe('2026-11-27 09:00')
})

const moved = noticeTemplate.parse({
  id: 'moved',
  name: '窗口换地方',
  slots: { what: { kind: 'text', name: '哪项' }, counter: { kind: 'number', name: '几号', least: 1, most: 9 } },
  text: { 'zh-Hans': '{what}现在到 {counter} 号窗口办理。', en: 'A service has moved to counter {counter}.' },
})
test('NN12 a template is filled in both languages; what was typed freely never stands in English words', () => {
  expect(filledWords(moved, { what: '社保', counter: '8' }, 'zh-Hans')).toBe('社保现在到 8 号窗口办理。')
  expect(filledWords(moved, { what: '社保', counter: '8' }, 'en')).toBe('A service has moved to counter 8.')
  expect(
    filledWords({ ...moved, text: { ...moved.text, en: '{what} moved.' } }, { what: '社保', counter: '8' }, 'en'),
  ).toBeNull()
  for (const given of [{ what: '社保' }, { what: '社保', counter: '10' }, { what: ' ', counter: '8' }])
    expect(filledWords(moved, given, 'zh-Hans')).toBeNull()
})
test('NN12 a slot that nobody asks for is told in words', () => {
  const read = noticeTemplate.safeParse({ id: 'x', name: 'x', text: { 'zh-Hans': '{when}停办' } })
  expect(read.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['text.zh-Hans', '{when} 没有写在 slots 里。'],
  ])
})
