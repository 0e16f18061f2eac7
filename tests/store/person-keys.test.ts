import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openIdentityKeys, openPersonKeys } from '../../gateway/store/person-keys.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'tingshi-keys-'))

test('SK3 a hash is the same for as long as its key lives, also after a restart', () => {
  const dataDir = folder()
  const keys = openPersonKeys(dataDir, 'visitors', 10, 5)
  const [first = ''] = keys.hashesOf('secret', '2026-03-01')
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  expect(keys.hashesOf('secret', '2026-03-10')).toEqual([first])
  expect(openPersonKeys(dataDir, 'visitors', 10, 5).hashesOf('secret', '2026-03-01')).toEqual([first])
  expect(keys.hashesOf('other', '2026-03-01')).not.toContain(first)
  expect(openPersonKeys(folder(), 'visitors', 10, 5).hashesOf('secret', '2026-03-01')).not.toContain(first)
})

test('SK3 whoever was known yesterday is known today: the hash of a kept key stays the one that stands in logs', () => {
  const dataDir = folder()
  const file = join(dataDir, 'visitors.keys')
  writeFileSync(file, JSON.stringify([{ from: '2026-03-01', key: 'ab'.repeat(32) }]))
  const keys = openPersonKeys(dataDir, 'visitors', 10, 5)
  const before = statSync(file).ino
  expect(keys.hashesOf('secret', '2026-03-02')).toEqual([
    '0d934a4a3d762e74a964f5ae5a678cf6950b8e32485ad579b000530cd20ad8b9',
  ])
  expect(keys.keyOf('2026-03-02')).toEqual(new Uint8Array(32).fill(0xab))
  // A file is written only when a key comes or goes.
  expect(statSync(file).ino).toBe(before)
})

test('SK3 a new key comes after its days; the old one is recognised until it is thrown away', () => {
  const dataDir = folder()
  const keys = openPersonKeys(dataDir, 'visitors', 10, 5)
  const [first] = keys.hashesOf('secret', '2026-03-01')
  const turned = keys.hashesOf('secret', '2026-03-11')
  expect(turned).toHaveLength(2)
  expect(turned[1]).toBe(first)
  expect(turned[0]).not.toBe(first)
  expect(keys.hashesOf('secret', '2026-03-15')).toEqual(turned)
  expect(keys.hashesOf('secret', '2026-03-16')).toEqual([turned[0]])
  expect(JSON.parse(readFileSync(join(dataDir, 'visitors.keys'), 'utf8'))).toHaveLength(1)
})

test('SK3 the same secret has another hash under another name', () => {
  const dataDir = folder()
  const [one] = openPersonKeys(dataDir, 'one', 10, 5).hashesOf('secret', '2026-03-01')
  expect(openPersonKeys(dataDir, 'two', 10, 5).hashesOf('secret', '2026-03-01')).not.toContain(one)
})

test('SK4 the key of the day is gone the day after; who gets it gets a copy', () => {
  const dataDir = folder()
  const keys = openIdentityKeys(dataDir)
  const given = keys.keyOf('2026-03-01')
  const before = Buffer.from(given).toString('hex')
  expect(given).toHaveLength(32)
  given.fill(0)
  expect(Buffer.from(keys.keyOf('2026-03-01')).toString('hex')).toBe(before)
  const next = Buffer.from(keys.keyOf('2026-03-02')).toString('hex')
  expect(next).not.toBe(before)
  expect(readFileSync(join(dataDir, 'identity.keys'), 'utf8')).not.toContain(before)
  expect(JSON.parse(readFileSync(join(dataDir, 'identity.keys'), 'utf8'))).toEqual([{ from: '2026-03-02', key: next }])
})

test('SK6 a key file is for its owner’s eyes only; one that was spoilt is not taken for an empty one', () => {
  const dataDir = folder()
  const file = join(dataDir, 'identity.keys')
  openIdentityKeys(dataDir).keyOf('2026-03-01')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  for (const spoilt of [
    '[{"from":"2026-03-01","key":"short"}]',
    `[{"from":"spring","key":"${'a'.repeat(64)}"}]`,
    '{',
  ]) {
    writeFileSync(file, spoilt)
    expect(() => openIdentityKeys(dataDir)).toThrow()
  }
})
