import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { tellGateway } from '../../gateway/cli/tell-gateway.ts'
import { findGateway } from '../../gateway/store/gateway-note.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let hall: RunningGateway
beforeAll(async () => {
  hall = await runGateway()
})
afterAll(() => hall?.discard())

test('PB9 only the command line of this computer tells the gateway of rights; one that is away holds no command up', async () => {
  const tell = (key: string): Promise<Response> =>
    fetch(`${hall.url}/local/access`, { method: 'POST', headers: { authorization: `Bearer ${key}` } })
  expect((await tell('not the key of this start')).status).toBe(401)
  expect((await tell(findGateway(hall.dataDir)?.key ?? '')).status).toBe(204)
  await hall.stop()
  await expect(tellGateway(hall.dataDir)).resolves.toBeUndefined()
  await expect(tellGateway('/tmp/no-such-folder')).resolves.toBeUndefined()
  await hall.restart()
})
