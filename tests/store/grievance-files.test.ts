import { mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CASE_KEYS } from '../../gateway/store/case-keys.ts'
import { openDatabase } from '../../gateway/store/database.ts'
import { grievanceFiles } from '../../gateway/store/grievance-files.ts'
import { seal, unseal } from '../../gateway/store/seal.ts'

const WORDS = '窗口说法前后不一样'
const TELEPHONE = '000-5550-1234'

function open(dataDir = mkdtempSync(join(tmpdir(), 'tingshi-files-'))) {
  const database = openDatabase(join(dataDir, 'tingshi.db'))
  return { dataDir, database, files: grievanceFiles(database, dataDir) }
}
const everything = (dataDir: string): string =>
  readdirSync(dataDir)
    .map((name) => readFileSync(join(dataDir, name), 'latin1'))
    .join('\n')

test('VG3 nothing that was written lies on the disk in clear, nor the code', () => {
  const { dataDir, files } = open()
  const code = files.open('g1', { words: WORDS, telephone: TELEPHONE })
  files.keepAnswer('g1', '已经改了')
  expect(code).toMatch(/^[1-9]\d{7}$/)
  const disk = everything(dataDir)
  for (const secret of [TELEPHONE, code]) expect(disk).not.toContain(secret)
  for (const text of [WORDS, '已经改了']) expect(disk).not.toContain(Buffer.from(text).toString('latin1'))
  expect(files.person('g1')).toEqual({ code, words: WORDS, telephone: TELEPHONE, additions: [], notes: [] })
})

test('VG4 with its key a case’s words are gone for good, also in a copy of the database from before; the answer stays', () => {
  const { dataDir, database, files } = open()
  const code = files.open('g1', { words: WORDS, telephone: TELEPHONE })
  files.keepAnswer('g1', '已经改了')
  const sealed = database.prepare('SELECT person FROM grievance_files').get()?.person
  files.forgetPerson('g1')
  expect(files.person('g1')).toBeNull()
  expect([files.idOf(code), files.answer('g1')]).toEqual(['g1', '已经改了'])
  // The row as an older backup has it.
  database.prepare('UPDATE grievance_files SET person = ?').run(sealed as Uint8Array)
  expect(files.person('g1')).toBeNull()
  expect(readFileSync(join(dataDir, CASE_KEYS), 'utf8')).toBe('{}')
  // Nor does another start know it.
  expect(open(dataDir).files.person('g1')).toBeNull()
})

test('VG6 a file that is opened again keeps its code and what stands in it', () => {
  const { dataDir, files } = open()
  const code = files.open('g1', { words: WORDS, telephone: null })
  expect(files.open('g1', { words: 'other', telephone: TELEPHONE })).toBe(code)
  files.change('g1', (was) => ({ ...was, additions: [{ at: 1, words: '还有' }] }))
  const again = open(dataDir).files
  expect(again.person('g1')).toMatchObject({ code, words: WORDS, additions: [{ at: 1, words: '还有' }] })
  expect(again.idOf('00000000')).toBeNull()
})

test('VG4 what the log does not speak of goes at the next start, and not before it could', () => {
  const { dataDir, files } = open()
  files.open('half', { words: WORDS, telephone: null })
  files.keepOnly(() => false)
  expect(files.person('half')?.words).toBe(WORDS)
  const next = open(dataDir).files
  next.keepOnly(() => false)
  expect(next.person('half')).toBeNull()
})

test('VG3 what is sealed opens with its own key at its own place only', () => {
  const key = Buffer.alloc(32, 7)
  const sealed = seal(key, 'person:g1', WORDS)
  expect(unseal(key, 'person:g1', sealed)).toBe(WORDS)
  expect(unseal(Buffer.alloc(32, 8), 'person:g1', sealed)).toBeNull()
  expect(unseal(key, 'person:g2', sealed)).toBeNull()
  for (const at of [0, 15, sealed.length - 1]) {
    const bent = Buffer.from(sealed)
    bent[at] = (bent[at] ?? 0) ^ 1
    expect(unseal(key, 'person:g1', bent)).toBeNull()
  }
  expect(unseal(key, 'person:g1', sealed.subarray(0, 20))).toBeNull()
})
