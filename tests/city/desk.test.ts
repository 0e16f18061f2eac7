import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from '../../gateway/city/desk.ts'
import { cityPushBody } from '../../gateway/contract/city-push.ts'
import { followDesk } from '../../gateway/from-city/follow-desk.ts'
import { ensureDeskStream, readDeskStream } from '../../gateway/stream/city-desk-stream.ts'
import { type StreamLine, connectStream } from '../../gateway/stream/connect-stream.ts'
import { readStreamAddress } from '../../gateway/stream/stream-address.ts'
import { type HallOfCity, NOON, hallOfCity } from '../support/hall-of-city.ts'
import { type NatsServer, natsHere, runNats } from '../support/run-nats.ts'

let nats: NatsServer
const lines: StreamLine[] = []
beforeAll(async () => {
  if (natsHere !== null) nats = await runNats()
})
afterAll(async () => {
  await Promise.all(lines.map(({ line }) => line.close()))
  await nats?.discard()
})

async function line(): Promise<StreamLine> {
  const address = readStreamAddress(nats.address)
  const opened = address && (await connectStream(address, 'test'))
  if (!opened?.ok) throw new Error('no line')
  lines.push(opened)
  await ensureDeskStream(opened, 1)
  return opened
}
/** A city that reads its own stream from the beginning. */
async function city(): Promise<Desk> {
  const own = await line()
  const desk = openDesk(own, () => NOON)
  void readDeskStream(
    own,
    0,
    'all',
    (message, at) => desk.take(message, at),
    () => false,
  ).catch(() => {})
  return desk
}
/** A hall follows until it is cut off. */
async function follows(hall: HallOfCity, hallId: string): Promise<() => Promise<void>> {
  const own = await line()
  let stopped = false
  const ended = followDesk({ ...hall.deps, hallId, line: own, stopped: () => stopped, onBroken: () => {} })
  return async () => {
    stopped = true
    await own.line.close()
    await ended
  }
}
const notice = cityPushBody.parse({ what: { kind: 'notice', text: '国庆假期全市大厅不开门' } })
const outcomes = (desk: Desk) =>
  desk
    .views(['one', 'two'])
    .map(({ version, waiting, receipts }) => [
      version,
      waiting,
      receipts.map(({ hall, outcome }) => `${hall} ${outcome}`).toSorted(),
    ])

test.skipIf(natsHere === null)(
  'CT8 versions go to every hall with receipts; a hall that was away gets them in order when it is back, and none of them twice; a city that begins anew knows the same',
  { timeout: 60_000 },
  async () => {
    const desk = await city()
    const [one, two] = [await hallOfCity(), await hallOfCity()]
    const cutOne = await follows(one, 'one')
    expect(await desk.send(notice, 'staff 0001')).toEqual({ ok: true, version: 1 })
    await expect.poll(() => outcomes(desk)).toEqual([[1, ['two'], ['one done']]])
    await desk.send(cityPushBody.parse({ what: { kind: 'withdraw', of: 1 } }), 'staff 0001')
    await expect.poll(() => outcomes(desk)[0]).toEqual([2, ['two'], ['one done']])
    await cutOne()
    const cutTwo = await follows(two, 'two')
    await expect
      .poll(() => outcomes(desk))
      .toEqual([
        [2, [], ['one done', 'two done']],
        [1, [], ['one done', 'two done']],
      ])
    expect([...two.office.state.notices.byId.values()].map(({ step }) => step)).toEqual(['withdrawn'])
    await cutTwo()
    const facts = await one.facts()
    const again = await follows(one, 'one')
    const anew = await city()
    await expect.poll(() => outcomes(anew)).toEqual(outcomes(desk))
    expect(anew.views([])[1]).toMatchObject({ title: '国庆假期全市大厅不开门', withdrawnBy: 2, by: 'staff 0001' })
    expect(await one.facts()).toEqual(facts)
    // A hall that is not meant hears nothing of it.
    expect(await anew.send({ ...notice, halls: ['two'] }, 'staff 0002')).toEqual({ ok: true, version: 3 })
    expect(await desk.send(cityPushBody.parse({ what: { kind: 'withdraw', of: 77 } }), 'x')).toMatchObject({
      ok: false,
    })
    await expect.poll(() => outcomes(desk)[0]).toEqual([3, ['two'], []])
    expect(await one.facts()).toEqual(facts)
    await again()
  },
)
