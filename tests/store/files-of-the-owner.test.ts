import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findGateway, leaveNote, removeNote } from '../../gateway/store/gateway-note.ts'
import { hookKey } from '../../gateway/store/hook-key.ts'
import { takeWriterLock } from '../../gateway/store/writer-lock.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'tingshi-files-'))

test('SK5 one writer for a folder; the next one gets in when the first has gone', () => {
  const dataDir = join(folder(), 'new', 'data')
  const first = takeWriterLock(dataDir, 0)
  expect(first).not.toBeNull()
  expect(takeWriterLock(dataDir, 0)).toBeNull()
  const begun = performance.now()
  expect(takeWriterLock(dataDir, 300)).toBeNull()
  expect(performance.now() - begun).toBeGreaterThan(200)
  expect(takeWriterLock(folder(), 0)).not.toBeNull()
  first?.release()
  const next = takeWriterLock(dataDir, 0)
  expect(next).not.toBeNull()
  next?.release()
})

test('SK6 the key of the hooks is made once and for its owner’s eyes only', () => {
  const dataDir = folder()
  const key = hookKey(dataDir)
  expect(key).toMatch(/^[\w-]{43}$/)
  expect(hookKey(dataDir)).toBe(key)
  expect(statSync(join(dataDir, 'hooks.key')).mode & 0o777).toBe(0o600)
  expect(hookKey(folder())).not.toBe(key)
})

test('SK6 the gateway’s note is replaced at each start, and none is left behind', () => {
  const dataDir = folder()
  expect(findGateway(dataDir)).toBeNull()
  const note = { url: 'http://127.0.0.1:8080', key: 'k'.repeat(20) }
  leaveNote(dataDir, { ...note, key: 'o'.repeat(20) })
  leaveNote(dataDir, note)
  expect(findGateway(dataDir)).toEqual(note)
  expect(statSync(join(dataDir, 'gateway.json')).mode & 0o777).toBe(0o600)
  expect(JSON.parse(readFileSync(join(dataDir, 'gateway.json'), 'utf8'))).toEqual(note)
  removeNote(dataDir)
  removeNote(dataDir)
  expect(findGateway(dataDir)).toBeNull()
})

test('SK6 a note that is no note counts as none', () => {
  const dataDir = folder()
  for (const text of [
    '',
    '{',
    '{"url":"x","key":"kkkkkkkkkkkkkkkkkkkkkkkk"}',
    '{"url":"http://127.0.0.1:1","key":"short"}',
  ]) {
    writeFileSync(join(dataDir, 'gateway.json'), text)
    expect(findGateway(dataDir)).toBeNull()
  }
})
