import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { type ApiClient, converse, signIn } from '../support/api-client.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'
import { clockAt } from '../support/shift-clock.ts'

vi.setConfig({ testTimeout: 120_000 })

type Device = { kind: string; name: string; code: string; todo: string | null }
const missed = async (client: ApiClient, path: string): Promise<Device[]> => {
  const { body } = await client.get<{ devices?: Device[]; items?: Device[] }>(path)
  return (body.devices ?? body.items ?? []).filter(({ code }) => code === 'holidays-missing')
}

/** The devices that a signed-in desk hears of first, as text. */
async function devicesAtDesk({ url }: RunningGateway, { token }: ApiClient): Promise<string> {
  const page = await converse(url)
  page.say({ type: 'hello', protocol: 1, token, topics: ['devices'] })
  const said = await page.until((message) => message.type === 'rows' && message.topic === 'devices')
  page.socket.close()
  return JSON.stringify(said)
}

test('H14 in November the desk, the supervisor’s board and the health address of the running hall say that 2027 is missing', async () => {
  const folder = spoiledHall({})
  const hall = await runGateway({ ...clockAt('2026-11-28T10:00:00+08:00'), TINGSHI_HALL: folder })
  const guide = await signIn(hall.url, 'guide')
  const supervisor = await signIn(hall.url, 'supervisor')
  const row = { kind: 'gateway', name: '节假日', todo: expect.stringContaining('holiday-cn-2027.json') }
  for (const path of ['/devices', '/health']) expect(await missed(supervisor, path)).toMatchObject([row])
  expect(await devicesAtDesk(hall, guide)).toContain('holidays-missing')

  // The file that the row asks for, put where it says.
  mkdirSync(join(folder, 'calendar'))
  writeFileSync(join(folder, 'calendar/holiday-cn-2027.json'), '{ "year": 2027, "days": [] }')
  await hall.restart()
  expect(await missed(await signIn(hall.url, 'supervisor'), '/devices')).toEqual([])
  await hall.discard()
})
