import { expect, test } from 'vitest'
import words from '../../assets/locales/zh-Hans/manage/hall.json' with { type: 'json' }
import { hallKeys } from '../../gateway/hall/hall-keys.ts'
import { branches, spotOf } from '../../kiosk/manage/hall/tree.ts'

const parts = [...new Set(hallKeys().map(({ path }) => path.split(/[.[]/)[0] ?? ''))]
const placed: string[] = branches.flatMap(({ parts: own }) => own.map((part) => part.split('.')[0] ?? ''))

test('HI7 every part of a hall folder has its place among the forms, and each place a name', () => {
  expect(parts.length).toBeGreaterThan(40)
  expect(parts.filter((part) => !placed.includes(part))).toEqual([])
  expect(placed.filter((part) => !parts.includes(part))).toEqual([])
  const names = words.branches as Record<string, string>
  expect(branches.map(({ id }) => names[id]).filter((name) => name === undefined)).toEqual([])
})

test('HI7 a fault leads to the place where it is mended', () => {
  expect(spotOf('secondApprover')).toEqual({ branch: 'notices', row: null })
  expect(spotOf('layouts.2.zones')).toEqual({ branch: 'layouts', row: 2 })
  expect(spotOf('backup.at')).toEqual({ branch: 'hall', row: null })
  expect(spotOf('webhooks.0.url')).toEqual({ branch: 'hall', row: null })
})
