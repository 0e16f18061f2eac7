import { mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../gateway/store/database.ts'
import { addToken, findToken } from '../../gateway/store/token-store.ts'

test('SK1 a token is found by itself alone, with its name and roles, until it is revoked', () => {
  const database = openDatabase(join(mkdtempSync(join(tmpdir(), 'tingshi-tokens-')), 'tingshi.db'))
  const first = addToken(database, '大屏', ['display'], 'hall', 7)
  const second = addToken(database, '对接', ['integration', 'supervisor'], 'hall', 8)
  expect(first).not.toBe(second)
  expect(Buffer.from(first, 'base64url')).toHaveLength(24)
  expect(findToken(database, first)).toEqual({ name: '大屏', roles: ['display'] })
  expect(findToken(database, second)).toEqual({ name: '对接', roles: ['integration', 'supervisor'] })
  expect(findToken(database, `${first}x`)).toBeNull()
  expect(findToken(database, '')).toBeNull()
  expect(database.prepare('SELECT created_at FROM tokens ORDER BY created_at').all()).toMatchObject([
    { created_at: 7 },
    { created_at: 8 },
  ])
  database.prepare('UPDATE tokens SET revoked_at = 9 WHERE name = ?').run('大屏')
  expect([findToken(database, first), findToken(database, second)?.name]).toEqual([null, '对接'])
})

test('SK1 nothing on disk holds the token', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tingshi-tokens-'))
  const database = openDatabase(join(folder, 'tingshi.db'))
  const token = addToken(database, '大屏', ['display'], 'hall', 7)
  database.close()
  const files = readdirSync(folder)
  expect(files).toContain('tingshi.db')
  expect(readFileSync(join(folder, 'tingshi.db')).includes('大屏')).toBe(true)
  for (const file of files) expect(readFileSync(join(folder, file)).includes(token)).toBe(false)
})
