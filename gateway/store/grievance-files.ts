import { createHmac, hkdfSync, randomBytes, randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type CaseKeys, openCaseKeys } from './case-keys.ts'
import { seal, unseal } from './seal.ts'

/** What a visitor wrote and left, and what staff noted about that person. It lives as long as the case is open. */
const ofPerson = z.object({
  /** Eight digits; told to whoever filed it, also when the answer got lost on the way. */
  code: z.string(),
  words: z.string().nullable(),
  telephone: z.string().nullable(),
  additions: z.array(z.object({ at: z.number(), words: z.string() })),
  notes: z.array(z.object({ at: z.number(), by: z.string(), words: z.string() })),
})
export type OfPerson = z.infer<typeof ofPerson>

export interface GrievanceFiles {
  /** Opens the file of a case with this in it, or finds the one that stands there: its code. */
  open(id: string, first: Pick<OfPerson, 'words' | 'telephone'>): string
  /** null = there is none, or its key is gone. */
  person(id: string): OfPerson | null
  change(id: string, change: (before: OfPerson) => OfPerson): void
  answer(id: string): string | null
  keepAnswer(id: string, words: string): void
  idOf(code: string): string | null
  /** The case has ended: its key goes, and what lay under it. The answer can still be read by the code. */
  forgetPerson(id: string): void
  /** Throws away all of whoever is not wanted any more. */
  keepOnly(isWanted: (id: string) => boolean): void
}

const CODES = 'grievances.key'
const TRIES = 20

/**
 * Beside the log and not in it, because it must be forgotten: everything of the person under a key of the case, the answer under one of the hall.
 * Codes are kept as keyed hashes.
 */
export function grievanceFiles(
  database: DatabaseSync,
  dataDir: string,
  keys: CaseKeys = openCaseKeys(dataDir),
): GrievanceFiles {
  database.exec(`CREATE TABLE IF NOT EXISTS grievance_files (id TEXT PRIMARY KEY, code BLOB NOT NULL UNIQUE, person BLOB, answer BLOB)
    STRICT, WITHOUT ROWID`)
  const put = database.prepare(
    'INSERT INTO grievance_files (id, code, person) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET code = excluded.code, person = excluded.person',
  )
  const row = database.prepare('SELECT person, answer FROM grievance_files WHERE id = ?')
  const byCode = database.prepare('SELECT id FROM grievance_files WHERE code = ?')
  const setPerson = database.prepare('UPDATE grievance_files SET person = ? WHERE id = ?')
  const setAnswer = database.prepare('UPDATE grievance_files SET answer = ? WHERE id = ?')
  const remove = database.prepare('DELETE FROM grievance_files WHERE id = ?')
  const all = database.prepare('SELECT id FROM grievance_files')
  // Whoever was opened in this run may not be in the log yet.
  const fresh = new Set<string>()
  const hallKey = (): Buffer => hallKeyOf(dataDir)
  const hashOf = (code: string): Buffer => createHmac('sha256', hallKey()).update(`code:${code}`).digest()
  const answerKey = (id: string): Uint8Array => new Uint8Array(hkdfSync('sha256', hallKey(), id, 'answer', 32))
  const bytes = (cell: unknown): Uint8Array | null => (cell instanceof Uint8Array ? cell : null)

  function person(id: string): OfPerson | null {
    const key = keys.keyOf(id)
    const sealed = bytes(row.get(id)?.person)
    const text = key && sealed && unseal(key, `person:${id}`, sealed)
    return text === null ? null : ofPerson.parse(JSON.parse(text))
  }
  const sealedPerson = (id: string, one: OfPerson): Buffer => seal(keys.keyFor(id), `person:${id}`, JSON.stringify(one))

  return {
    person,
    open(id, first) {
      const known = person(id)
      if (known) return known.code
      for (let left = TRIES; left > 0; left -= 1) {
        const code = String(randomInt(10_000_000, 100_000_000))
        if (byCode.get(hashOf(code))) continue
        const one: OfPerson = { code, ...first, additions: [], notes: [] }
        fresh.add(id)
        put.run(id, hashOf(code), sealedPerson(id, one))
        return code
      }
      throw new Error('no free code')
    },
    change(id, change) {
      const before = person(id)
      if (before) setPerson.run(sealedPerson(id, change(before)), id)
    },
    answer(id) {
      const sealed = bytes(row.get(id)?.answer)
      return sealed && unseal(answerKey(id), `answer:${id}`, sealed)
    },
    keepAnswer: (id, words) => void setAnswer.run(seal(answerKey(id), `answer:${id}`, words), id),
    idOf: (code) => {
      const found = byCode.get(hashOf(code))
      return found ? String(found.id) : null
    },
    forgetPerson(id) {
      keys.throwAway(id)
      setPerson.run(null, id)
    },
    keepOnly(isWanted) {
      for (const { id } of all.all())
        if (!fresh.has(String(id)) && !isWanted(String(id))) {
          keys.throwAway(String(id))
          remove.run(String(id))
        }
    },
  }
}

/** Beside the database and not in it, for its owner's eyes only. */
function hallKeyOf(dataDir: string): Buffer {
  const path = join(dataDir, CODES)
  if (!existsSync(path)) writeFileSync(path, randomBytes(32), { flag: 'wx', mode: 0o600, flush: true })
  const key = readFileSync(path)
  if (key.length !== 32) throw new Error(`${path} 坏了。请从备份恢复这个文件。`)
  return key
}
