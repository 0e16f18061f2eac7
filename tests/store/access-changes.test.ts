import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { accessChanges } from '../../gateway/store/access-changes.ts'
import { openDatabase } from '../../gateway/store/database.ts'
import { addToken, revokeTokens } from '../../gateway/store/token-store.ts'

test('TK1 what another process writes is found by looking, once; what this one does is heard at once and found no more', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tingshi-access-')), 'tingshi.db')
  const [own, other] = [openDatabase(file), openDatabase(file)]
  const access = accessChanges(own)
  expect(access.isNew()).toBe(false)
  addToken(own, '一号', ['clerk'], 'hall', 1)
  expect(access.isNew()).toBe(false)
  revokeTokens(other, '一号', 'hall', 2)
  expect([access.isNew(), access.isNew()]).toEqual([true, false])
  const heard: string[] = []
  access.onNote(() => heard.push('first'))
  access.onNote(() => heard.push('second'))
  access.note()
  expect([heard, access.isNew()]).toEqual([['first', 'second'], false])
  own.close()
  other.close()
})
