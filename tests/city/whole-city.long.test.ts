import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CityBoard } from '../../gateway/contract/city.ts'
import type { PushView } from '../../gateway/contract/city-push.ts'
import type { ElsewhereNumber, ElsewhereView } from '../../gateway/contract/elsewhere.ts'
import { signIn } from '../support/api-client.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { type RunningCity, runCity, signedInAt } from '../support/run-city.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'
import { type NatsServer, natsHere, runNats } from '../support/run-nats.ts'

let nats: NatsServer
let city: RunningCity
let halls: RunningGateway[] = []
const FILE = `name: 青城市政务服务管理局
signIn: { secondStepFor: [] }
halls:
  - { id: qingcheng, name: 市政务服务中心, place: 新城大街, at: [0, 0] }
  - { id: beishan, name: 北山分厅, place: 北山区, at: [3, 4] }
`
beforeAll(async () => {
  if (natsHere === null) return
  nats = await runNats()
  const beishan = spoiledHall({ 'hall.yaml': [['id: qingcheng', 'id: beishan']] })
  halls = await Promise.all([
    runGateway({ TINGSHI_CITY: nats.address }),
    runGateway({ TINGSHI_CITY: nats.address, TINGSHI_HALL: beishan }),
  ])
  city = await runCity(nats.address, FILE, { TINGSHI_CITY_TOKEN: 'only-for-this-test' })
}, 180_000)
afterAll(async () => {
  await city?.discard()
  await Promise.all(halls.map((hall) => hall.discard()))
  await nats?.discard()
})

const [soon] = [{ timeout: 30_000, interval: 100 }]
const bearer = { authorization: 'Bearer only-for-this-test', 'content-type': 'application/json' }
const at = (nth: number): RunningGateway => halls[nth] ?? expect.fail('no hall')
const board = async (): Promise<CityBoard> =>
  (await (await fetch(`${city.url}/api/v1/city/board`, { headers: bearer })).json()) as CityBoard
const person = async () => {
  const code = /一次性密码 (\S+) 登录/.exec(city.said())?.[1] ?? ''
  return signedInAt(city.url, '0001', code, '只在这里用 7-长句')
}

test.skipIf(natsHere === null)(
  'CT10 the people of the city sign in with numbers of its own register; whoever did not, or only has the token, sends nothing to halls',
  { timeout: 120_000 },
  async () => {
    await expect.poll(async () => (await board()).halls.map(({ state }) => state), soon).toEqual(['live', 'live'])
    const push = { what: { kind: 'notice', text: '周五下午全市系统升级' } }
    const send = (headers: Record<string, string>) =>
      fetch(`${city.url}/api/v1/city/desk`, { method: 'POST', headers, body: JSON.stringify(push) })
    expect((await fetch(`${city.url}/api/v1/city/board`)).status).toBe(401)
    expect((await send({ 'content-type': 'application/json' })).status).toBe(401)
    expect((await send(bearer)).status).toBe(403)
    const { ask, chosen } = await person()
    expect(chosen).toMatchObject({ status: 200, body: { signedIn: { number: '0001', stage: 'in' } } })
    expect((await ask('/api/v1/city/board', null)).status).toBe(200)
    const sent = await ask('/api/v1/city/desk', push, 'p1')
    expect(sent).toMatchObject({ status: 201, body: { version: 1, by: 'staff 0001' } })
    const desk = async (): Promise<PushView[]> =>
      ((await ask('/api/v1/city/desk', null)).body as { items: PushView[] }).items
    await expect
      .poll(async () => (await desk())[0]?.receipts.map(({ hall, outcome }) => `${hall} ${outcome}`).toSorted(), soon)
      .toEqual(['beishan done', 'qingcheng done'])
    for (const hall of halls) {
      const supervisor = await signIn(hall.url, 'supervisor')
      const { body } = await supervisor.get<{ items: { text: string; state: string; by: string }[] }>('/notices')
      expect(body.items.find(({ text }) => text === push.what.text)).toMatchObject({ state: 'live', by: 'city' })
    }
    const added = await ask('/api/v1/staff', {
      number: '0107',
      name: '全市值守',
      department: null,
      roles: ['guide'],
      counters: [],
    })
    expect(added.status).toBe(201)
    const guide = await signedInAt(city.url, '0107', (added.body as { code: string }).code, '也只在这里用 8-长句')
    expect((await guide.ask('/api/v1/city/board', null)).status).toBe(200)
    expect((await guide.ask('/api/v1/city/desk', push, 'p2')).status).toBe(403)
  },
)

test.skipIf(natsHere === null)(
  'CT11 a phone is told of the hall that does its matter sooner and how far it is, and takes one number there, which that hall gives and does not call before its holder has come',
  { timeout: 120_000 },
  async () => {
    const guide = await signIn(at(0).url, 'guide')
    const { body: matters } = await guide.get<{ items: { id: string; name: string; queueId: string }[] }>(
      '/matters?limit=50',
    )
    const matter = matters.items.find(({ queueId }) => queueId === 'B') ?? expect.fail('no matter of queue B')
    const own = await guide.post<{ token: string; counters: string[] }>('/tickets', { matterId: matter.id })
    const there = await signIn(at(1).url, 'supervisor')
    const { body: queue } = await there.get<{ items: { id: string }[] }>('/queues')
    expect(queue.items.some(({ id }) => id === 'B')).toBe(true)
    for (const counter of own.body.counters.slice(0, 3)) await there.post(`/counters/${counter}/open`, {})
    const path = `${at(0).url}/api/v1/track/${own.body.token}/elsewhere`
    const ask = async (): Promise<ElsewhereView> => (await (await fetch(path)).json()) as ElsewhereView
    await expect.poll(async () => (await ask()).items.map(({ hall }) => hall), soon).toEqual(['beishan'])
    expect((await ask()).items[0]).toMatchObject({ name: '北山分厅', place: '北山区', kilometres: 5 })
    const byMatter = await fetch(`${at(0).url}/api/v1/elsewhere?matterId=${encodeURIComponent(matter.id)}`)
    expect(((await byMatter.json()) as ElsewhereView).total).toBe(1)
    const take = async () => {
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ hall: 'beishan' }),
      })
      return { status: response.status, body: (await response.json()) as ElsewhereNumber }
    }
    const first = await take()
    expect(first).toMatchObject({ status: 201, body: { hall: 'beishan', name: '北山分厅' } })
    expect(await take()).toEqual(first)
    const { body: log } = await there.get<{ items: { type: string; number?: string; actor: string; remote?: true }[] }>(
      '/events?limit=5000',
    )
    expect(log.items.filter(({ type }) => type === 'ticket-taken')).toMatchObject([
      { number: first.body.number, actor: 'city', remote: true },
    ])
  },
)

test.skipIf(natsHere === null)(
  'CT12 the city asks a hall for a number and for an hour, under a key, and the hall’s no comes back in its words; figures are told to this computer',
  { timeout: 120_000 },
  async () => {
    const order = (path: string, body: object, key: string) =>
      fetch(`${city.url}/api/v1/city/halls/${path}`, {
        method: 'POST',
        headers: { ...bearer, 'idempotency-key': key },
        body: JSON.stringify(body),
      })
    const one = await order('beishan/tickets', { queueId: 'C' }, 'k1')
    expect(one.status).toBe(201)
    const given = await one.json()
    expect(await (await order('beishan/tickets', { queueId: 'C' }, 'k1')).json()).toEqual(given)
    expect((await order('beishan/tickets', { queueId: 'nowhere' }, 'k2')).status).toBe(409)
    expect((await order('elsewhere/tickets', { queueId: 'C' }, 'k3')).status).toBe(404)
    const guide = await signIn(at(1).url, 'guide')
    const { body: booking } = await guide.get<{
      days: { day: string; slots: { clock: string; left: Record<string, number> }[] }[]
    }>('/booking')
    const day = booking.days.at(-1)
    const slot = day?.slots.find(({ left }) => (left.C ?? 0) > 0)
    const booked = await order('beishan/appointments', { queueId: 'C', day: day?.day, clock: slot?.clock }, 'k4')
    expect(booked.status).toBe(201)
    expect(await booked.json()).toMatchObject({ state: 'booked', queueId: 'C' })
    const figures = await (await fetch(`${city.url}/metrics`)).text()
    expect(figures).toContain('tingshi_city_halls{state="live"} 2')
    expect(figures).toMatch(/tingshi_city_lag_seconds_count [1-9]/)
  },
)
