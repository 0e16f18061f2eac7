import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { editYaml } from '../../gateway/hall/edit-yaml.ts'

const sample = (file: string): string =>
  readFileSync(resolve(import.meta.dirname, '../../assets/sample-hall', file), 'utf8')
/** The lines that came out different: [line, before, after]. */
function changed(before: string, after: string): [number, string, string][] {
  const [one, other] = [before.split('\n'), after.split('\n')]
  return one.flatMap((line, nth): [number, string, string][] =>
    line === other[nth] ? [] : [[nth + 1, line, other[nth] ?? '']],
  )
}

test('HF1 one value in a row of 170 changes that value alone', () => {
  const text = sample('counters.yaml')
  const after = editYaml(text, [5, 'levels', 'A'], 3)
  expect(changed(text, after)).toEqual([
    [
      7,
      '- { id: "6", floor: "1", zone: 1A, queues: [B], levels: { A: 2 }, department: scjg }',
      '- { id: "6", floor: "1", zone: 1A, queues: [B], levels: { A: 3 }, department: scjg }',
    ],
  ])
})

test('HF1 comments behind a value stay, and quotes come where YAML would read something else', () => {
  const text = sample('hall.yaml')
  expect(changed(text, editYaml(text, ['hours', 'lastTicket'], '16:30'))).toEqual([
    [12, '  lastTicket: "16:40" # 这以后不再取号', '  lastTicket: "16:30" # 这以后不再取号'],
  ])
  expect(parse(editYaml(text, ['name'], 'no'))).toMatchObject({ name: 'no' })
  expect(parse(editYaml(text, ['name'], '中心: #1 {a}'))).toMatchObject({ name: '中心: #1 {a}' })
})

test('HF1 a key that is not there is added where it belongs, in the way of its row', () => {
  const queues = sample('queues.yaml')
  expect(editYaml(queues, [2, 'warnAt'], { waiting: 30, minutes: null }).split('\n')[5]).toBe(
    '- { id: C, series: C, name: 住房公积金, nameEn: "Housing fund", minutes: 10, warnAt: { waiting: 30, minutes: null } }',
  )
  expect(editYaml(queues, [2, 'quota', 'day'], 200)).toContain('minutes: 10, quota: { day: 200 } }')
  const hall = sample('hall.yaml')
  expect(editYaml(hall, ['lunch'], { from: '12:00', to: '13:00' })).toMatch(
    /\nlunch: \{ from: "12:00", to: "13:00" \}\n?$/,
  )
  expect(parse(editYaml(hall, ['floors', 0, 'zones', 4], { id: '1E', name: 'E 区' })).floors[0].zones).toHaveLength(5)
  expect(editYaml(hall, ['floors', 0, 'zones', 4], { id: '1E', name: 'E 区' })).toContain(
    '      - { id: 1D, name: D 区, nameEn: Zone D }\n      - { id: "1E", name: E 区 }\n  - id: "5"',
  )
})

test('HF1 rows are added at the end and taken out whole', () => {
  const text = sample('notices.yaml')
  const more = editYaml(text, [3], { id: 'n4', text: '新公告' })
  expect(more).toBe(`${text.trimEnd()}\n- { id: n4, text: 新公告 }\n`)
  expect(editYaml(more, [3], undefined)).toBe(text)
  const less = editYaml(text, [1], undefined)
  expect(less.split('\n')).toEqual(text.split('\n').filter((_, nth) => nth !== 2))
  const terminals = sample('terminals.yaml')
  const without = editYaml(terminals, ['panels', 2], undefined)
  expect(parse(editYaml(terminals, ['screens', 7], undefined)).screens).toHaveLength(
    parse(terminals).screens.length - 1,
  )
  // The strip whose frame others name.
  expect(without).not.toContain('id: W1')
})

test('HF1 in one line too, and what is empty stays readable', () => {
  expect(editYaml('a: [x, y, z] # c\n', ['a', 1], undefined)).toBe('a: [x, z] # c\n')
  expect(editYaml('a: [x, y]\n', ['a', 1], undefined)).toBe('a: [x]\n')
  expect(editYaml('a: [x]\n', ['a', 0], undefined)).toBe('a: []\n')
  expect(editYaml('a: []\n', ['a', 0], 'x')).toBe('a: [x]\n')
  expect(editYaml('a: {}\n', ['a', 'b'], 1)).toBe('a: { b: 1 }\n')
  expect(editYaml('a: { b: 1, c: 2 }\n', ['a', 'b'], undefined)).toBe('a: { c: 2 }\n')
  expect(editYaml('# only words\n', [0], { id: 'A' })).toBe('# only words\n- { id: A }\n')
  expect(editYaml('# only words\n', ['hours', 'open'], '09:00')).toBe('# only words\nhours: { open: "09:00" }\n')
  expect(editYaml('a:\nb: 1\n', ['a'], 'x')).toBe('a: x\nb: 1\n')
  expect(editYaml('a:\n  - x\n  # of y\n  - y\nb: 1\n', ['a', 0], undefined)).toBe('a:\n  # of y\n  - y\nb: 1\n')
  expect(editYaml('a:\n  - x\nb: 1\n', ['a', 0], undefined)).toBe('a:\n  []\nb: 1\n')
})
