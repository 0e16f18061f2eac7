import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readHall } from '../../gateway/config.ts'
import { askedPlaces } from '../../kiosk/terminal/find/asked-place.ts'

const read = readHall(resolve(import.meta.dirname, '../../assets/sample-hall'))
if (!read.ok) throw new Error('the sample hall has faults')
const { counters, plan, departments, queues } = read.hall
const asked = (query: string, here = '1') => askedPlaces(query, { counters, plan, departments, queues, here })

test.each(['37', '37号', '37号窗口', '第37号窗口在哪里', '３７', '037'])('SE13 “%s” is a counter', (query) => {
  expect(asked(query)).toMatchObject([{ kind: 'counter', counter: '37', floor: '1' }])
})
test.each([
  ['厕所', '卫生间'],
  ['请问洗手间在哪儿', '卫生间'],
  ['残疾人厕所', '无障碍卫生间'],
  ['哪里有复印', '复印照相'],
  ['母婴室', '母婴室'],
  ['toilet', '卫生间'],
])('SE13 “%s” is the facility %s, on the visitor’s own floor first', (query, name) => {
  expect(asked(query)[0]).toEqual({ kind: 'facility', name, floor: '1' })
})
test('SE13 facilities of the floor where one stands come first', () => {
  expect(asked('厕所', '5').map((place) => place.kind === 'facility' && place.floor)).toEqual(['5', '1'])
})
test('SE13 a number tells its queue and nothing of its visitor', () => {
  expect(asked('A042')).toEqual([{ kind: 'number', queueId: 'A', number: 'A042' }])
  expect(asked('a042')).toEqual([{ kind: 'number', queueId: 'A', number: 'A042' }])
  expect(asked('zz042')).toEqual([])
})
test('SE13 a department is asked for by its name or the beginning of it', () => {
  expect(asked('税务局')).toMatchObject([{ kind: 'department', name: '税务局' }])
  expect(asked('教育')).toMatchObject([{ kind: 'department', name: '教育局' }])
})
test.each(['999', '营业执照', 'yyzz', '我家电梯坏了想用维修基金来修一修', '', '8000'])(
  'SE13 “%s” is no place',
  (query) => {
    expect(asked(query)).toEqual([])
  },
)
