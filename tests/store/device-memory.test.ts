import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RememberedDevice } from '../../gateway/contract/device-view.ts'
import { openDatabase } from '../../gateway/store/database.ts'
import { deviceMemory } from '../../gateway/store/device-memory.ts'

const file = (): string => join(mkdtempSync(join(tmpdir(), 'tingshi-devices-')), 'tingshi.db')
const device = (word: string): RememberedDevice => ({
  state: 'ok',
  word,
  since: 5,
  history: [],
  faults: 0,
  lastFault: null,
  heardAt: 6,
  counts: [],
})

test('SK2 what was known of each device is there after a restart; one that left is forgotten', () => {
  const path = file()
  const database = openDatabase(path)
  const memory = deviceMemory(database)
  expect(memory.load()).toEqual(new Map())
  memory.save(
    new Map([
      ['PR1', device('正常')],
      ['PR2', device('离线')],
    ]),
  )
  memory.save(
    new Map([
      ['PR2', device('缺纸')],
      ['L1', device('正常')],
    ]),
  )
  database.close()
  const again = openDatabase(path)
  expect(deviceMemory(again).load()).toEqual(
    new Map([
      ['L1', device('正常')],
      ['PR2', device('缺纸')],
    ]),
  )
})

test('SK2 a row that cannot be read counts as none, and the next save mends it', () => {
  const database = openDatabase(file())
  const memory = deviceMemory(database)
  memory.save(
    new Map([
      ['PR1', device('正常')],
      ['PR2', device('正常')],
      ['PR3', device('正常')],
    ]),
  )
  database.exec(
    `UPDATE device_memory SET body = 'spoilt' WHERE id = 'PR1'; UPDATE device_memory SET body = '{}' WHERE id = 'PR2'`,
  )
  expect([...memory.load().keys()]).toEqual(['PR3'])
  memory.save(new Map([['PR1', device('缺纸')]]))
  expect(memory.load()).toEqual(new Map([['PR1', device('缺纸')]]))
})

test('SK7 a save that fails in the middle leaves what was there, and the next one goes through', () => {
  const database = openDatabase(file())
  const memory = deviceMemory(database)
  memory.save(new Map([['PR1', device('正常')]]))
  database.exec(
    `CREATE TRIGGER full BEFORE INSERT ON device_memory WHEN NEW.id = 'PR9' BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
  )
  expect(() =>
    memory.save(
      new Map([
        ['PR8', device('正常')],
        ['PR9', device('正常')],
      ]),
    ),
  ).toThrow('disk full')
  expect([...memory.load().keys()]).toEqual(['PR1'])
  memory.save(new Map([['PR2', device('正常')]]))
  expect([...memory.load().keys()]).toEqual(['PR2'])
})
