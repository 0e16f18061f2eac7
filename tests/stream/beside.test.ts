import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../gateway/store/database.ts'
import { addToken, findToken, revokeTokens } from '../../gateway/store/token-store.ts'
import { lendBeside, takeBeside } from '../../gateway/stream/carry-beside.ts'
import { type StreamLine, connectStream } from '../../gateway/stream/connect-stream.ts'
import { readStreamAddress } from '../../gateway/stream/stream-address.ts'
import { streamFolder } from '../support/open-stream.ts'
import { type NatsServer, natsHere, runNats } from '../support/run-nats.ts'

let server: NatsServer
const lines: StreamLine[] = []
beforeAll(async () => {
  if (natsHere !== null) server = await runNats()
})
afterAll(async () => {
  for (const { line } of lines) await line.close()
  await server?.discard()
})
async function line(): Promise<StreamLine> {
  const address = readStreamAddress(server.address)
  const opened = address && (await connectStream(address, 'test'))
  if (!opened?.ok) throw new Error('no line')
  lines.push(opened)
  return opened
}

test.skipIf(natsHere === null)(
  'TG7 what stands beside the log is the same on the gateway behind, and nothing is carried twice',
  async () => {
    const [from, to] = [streamFolder(), streamFolder()]
    const [one, other] = [openDatabase(join(from, 'tingshi.db')), openDatabase(join(to, 'tingshi.db'))]
    one.exec('CREATE TABLE cases (receipt TEXT PRIMARY KEY, code BLOB)')
    one.prepare('INSERT INTO cases VALUES (?, ?)').run('QC1', Buffer.from([0, 255, 7]))
    const token = addToken(one, 'K1', ['terminal'], 'hall', 5)
    mkdirSync(join(from, 'media'))
    writeFileSync(join(from, 'media/film'), Buffer.alloc(1_300_000, 7))
    writeFileSync(join(from, 'identity.keys'), '[]')
    writeFileSync(join(from, 'stream.place'), 'own')
    const stop = lendBeside(await line(), 'H', one, from, (broken) => expect.fail(String(broken)))
    const take = takeBeside(await line(), 'H', other, to)
    expect(await take()).toBeGreaterThan(3)
    expect(findToken(other, token)).toEqual({ name: 'K1', roles: ['terminal'] })
    expect(other.prepare('SELECT code FROM cases').get()?.code).toEqual(new Uint8Array([0, 255, 7]))
    expect(readFileSync(join(to, 'media/film')).equals(readFileSync(join(from, 'media/film')))).toBe(true)
    expect([existsSync(join(to, 'identity.keys')), existsSync(join(to, 'stream.place'))]).toEqual([true, false])
    expect(await take()).toBe(0)
    revokeTokens(one, 'K1', 'hall', 9)
    expect(await take()).toBeGreaterThan(0)
    expect(findToken(other, token)).toBeNull()
    stop()
    for (const folder of [from, to]) rmSync(folder, { recursive: true })
  },
)
