import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { BackupList } from '../../gateway/contract/backups.ts'
import { checkBackup } from '../../gateway/store/backup.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
let gateway: RunningGateway
let supervisor: ApiClient
beforeAll(async () => {
  gateway = await runGateway()
  supervisor = await signIn(gateway.url, 'supervisor')
})
afterAll(async () => {
  await gateway?.discard()
  rmSync(`${gateway?.dataDir}-backups`, { recursive: true, force: true })
})

test('BK1 BK5 a press makes a backup beside the running hall, which is tried, listed and a record', async () => {
  const guide = await signIn(gateway.url, 'guide')
  expect((await guide.post('/backups')).status).toBe(403)
  expect(await supervisor.post('/backups')).toMatchObject({ status: 202, body: { isRunning: true } })
  const list = async (): Promise<BackupList> => (await supervisor.get<BackupList>('/backups')).body
  await expect.poll(async () => (await list()).total, { timeout: 30_000 }).toBe(1)
  const { items, folder, failure, isRunning } = await list()
  expect({ failure, isRunning }).toEqual({ failure: null, isRunning: false })
  expect(items[0]).toMatchObject({ isThere: true, sealed: false })
  const made = join(folder, items[0]?.name ?? '')
  expect(existsSync(made)).toBe(true)
  expect(await checkBackup(made)).toMatchObject({ ok: true })
  const { body } = await supervisor.get<{ rows: { sentence: string }[] }>('/audit?q=备份')
  expect(body.rows[0]?.sentence).toContain('做了备份')
})

test('BK6 the log of some days goes out row by row with its hashes, and that it did is a record', async () => {
  const { body: before } = await supervisor.get<{ items: { seq: number }[] }>('/events?limit=5000')
  const rows = before.items.length
  const ask = (from: string, to: string): Promise<Response> =>
    fetch(`${gateway.url}/api/v1/log-export`, {
      method: 'POST',
      headers: { authorization: `Bearer ${supervisor.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ from, to }),
    })
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const answer = await ask(today, today)
  expect(answer.status).toBe(200)
  const lines = gunzipSync(new Uint8Array(await answer.arrayBuffer()))
    .toString('utf8')
    .trim()
    .split('\n')
  const [about, ...said] = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(about).toMatchObject({ rows, hashBefore: null, from: today, to: today })
  expect(said).toHaveLength(rows)
  expect(said.every(({ hash, what, who, seq }) => Boolean(hash && what && who && seq))).toBe(true)
  const { body: after } = await supervisor.get<{ items: { type: string; rows?: number }[] }>('/events?limit=5000')
  expect(after.items.at(-1)).toMatchObject({ type: 'records-exported', rows })
  expect((await ask('2026-03-19', '2026-03-18')).status).toBe(400)
  expect((await ask('2024-01-01', '2026-03-18')).status).toBe(400)
})
