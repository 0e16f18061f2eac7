import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Role, roles } from '../../gateway/contract/commands.ts'
import { operationIdOf } from '../../gateway/server/calls/api-call.ts'
import { apiCalls } from '../../gateway/server/calls/api-calls.ts'
import { signIn } from '../support/api-client.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { type CallsOfAHall, callsOfAHall } from '../support/ready-for-calls.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })

let hall: RunningGateway
let calling: CallsOfAHall
beforeAll(async () => {
  hall = await runGateway({ TINGSHI_HALL: spoiledHall({}) })
  calling = callsOfAHall(hall, await signIn(hall.url, 'supervisor'))
})
afterAll(() => hall?.discard())

/** Whose right depends on what is there gets it; a right is asked of what an order names only when the order can be read. */
const named = (path: string) => ({
  id: path.startsWith('/displays') ? 'L1' : 'K1',
  receipt: 'QC2026000101',
  legId: '0',
})
const PICTURE = 'postDisplaysByIdPicturesByPictureId'

test('AD5 whom a call is described for may make it, and nobody else', async () => {
  const wrong: string[] = []
  for (const call of apiCalls()) {
    if (call.who === 'anybody') continue
    // A screen may bring a picture of itself when it was asked for one.
    const wanted = operationIdOf(call) === PICTURE ? await calling.prepare[PICTURE]?.() : undefined
    const params = { ...named(call.path), ...call.example.params, ...wanted?.params }
    const askers: (Role | null)[] = [null, ...roles]
    for (const as of askers) {
      const { body } = await calling.send(call, { ...call.example, ...wanted, params }, as)
      const said = (body as { error?: { code: string } } | null)?.error?.code ?? 'taken'
      const isRefused = said === 'not-allowed' || said === 'not-signed-in'
      const mayCall = as !== null && call.who.includes(as)
      if (isRefused === mayCall) wrong.push(`${operationIdOf(call)} as ${as ?? 'nobody'}: ${said}`)
    }
  }
  expect(wrong).toEqual([])
})
