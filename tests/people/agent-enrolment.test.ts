import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { EnrolFound, EnrolledRow } from '../../gateway/contract/enrolment.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { runAgentProcess } from '../support/run-agent.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const eventually = { timeout: 60_000, interval: 100 }
let hall: RunningGateway
let supervisor: ApiClient
beforeAll(async () => {
  hall = await runGateway()
  supervisor = await signIn(hall.url, 'supervisor')
})
afterAll(() => hall?.discard())

test('RE5 a terminal’s program is let in by a code of its journal, keeps its token for its owner, and is sent away', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tingshi-agent-')), 'K3.token')
  const words = ['--gateway', hall.url, '--terminal', 'K3', '--enrol-file', file]
  const agent = runAgentProcess(words)
  const codeOf = (): string | undefined => /输入 (\w{3}-\w{3})，位置选 K3/.exec(agent.said())?.[1]
  await expect.poll(codeOf, eventually).toBeDefined()
  const code = codeOf() ?? ''
  const found = await supervisor.post<EnrolFound>('/enrol/find', { code })
  expect(found.body).toMatchObject({ kind: 'agent', wished: 'K3', facts: { width: 0 } })
  expect(found.body.places[0]).toMatchObject({ id: 'K3', state: 'free' })
  expect(existsSync(file)).toBe(false)
  const { body: row } = await supervisor.post<EnrolledRow>('/enrol/approve', { code, place: 'K3' })
  await expect.poll(() => agent.said(), eventually).toContain('已连上网关，K3 的设备可以用了')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const token = readFileSync(file, 'utf8').trim()
  expect(agent.said()).not.toContain(token)
  await agent.kill()
  // Started again it needs no code; sent away it is told so, and lends nothing.
  const again = runAgentProcess(words)
  await expect.poll(() => again.said(), eventually).toContain('已连上网关')
  expect(again.said()).not.toContain('登记新设备')
  expect((await supervisor.post(`/enrol/devices/${row.id}/revoke`)).status).toBe(204)
  await expect.poll(() => again.said(), eventually).toContain('网关不接：这个口令不是终端 K3 的')
  await again.kill()
})
