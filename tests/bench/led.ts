import { showOf } from '../support/read-view.ts'
import { type AddressInfo, createServer } from 'node:net'
import pino from 'pino'
import { momentIn } from '../../gateway/clock.ts'
import { hall as hallShape } from '../../gateway/contract/hall.ts'
import { openTcp } from '../../gateway/devices/tcp-link.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { openOffice } from '../../gateway/office/office.ts'
import { quietBoard } from '../support/quiet-board.ts'
import { openPainting } from '../../gateway/outputs/paint-led.ts'
import { simulatedLedCards } from '../../gateway/outputs/simulated-led-cards.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const CALLS = 50
const PANELS = 10
const DEAD = 3

/** From the call's order to the moment when its picture reaches the wire of each living card, beside dead ledCards; and two floors. */
const tiny = tinyHallModel()
const sizes = [
  [64, 32],
  [128, 32],
  [192, 32],
  [64, 16],
  [320, 96],
  [128, 64],
  [256, 64],
] as const
const panels = Array.from({ length: PANELS }, (_, nth) => {
  const [width, height] = sizes[nth % sizes.length] ?? [64, 32]
  const link = nth < DEAD ? { kind: 'tcp', host: '127.0.0.1', port: 9 } : { kind: 'simulated' }
  return hallShape.shape.panels.unwrap().element.parse({
    id: `P${nth}`,
    name: `P${nth}`,
    width,
    height,
    card: { kind: 'bx6', link, colour: nth % 3 === 0 ? 'rgb565' : 'double' },
  })
})
const hall = { ...tiny.hall, panels, maxRecalls: 1_000_000 }
const moment = momentIn(hall.timeZone)
const office = await openOffice({
  hallModel: buildHallModel(hall, [...tiny.matters.values()], true),
  log: memoryLog(),
  moment,
  answer: answerBody,
})
const ledCards = await simulatedLedCards(panels, () => {})
const order = async (command: Parameters<typeof office.handle>[0]): Promise<void> =>
  void (await office.handle(command, 'bench', null))
await order({
  type: 'take-ticket',
  matterId: null,
  queueId: 'B',
  terminalId: null,
  priority: null,
  printer: null,
  missing: [],
  accessible: false,
})
await order({ type: 'open-counter', counterId: '1' })
await order({ type: 'call-next', counterId: '1' })
const floor: number[] = []
for (let nth = 0; nth < CALLS; nth += 1) {
  const began = performance.now()
  await order({ type: 'recall-ticket', counterId: '1' })
  floor.push(performance.now() - began)
}
const painting = openPainting({
  office,
  board: quietBoard(hall),
  simulatedPort: ledCards.portOf,
  media: { find: () => null },
  watch: showOf(office).watch,
  moment,
  logger: pino({ level: 'silent' }),
  invalidate: () => {},
})
await new Promise((done) => setTimeout(done, 2_500))
/** The same bytes as a picture, from this process to seven sockets of its own: what the machine itself takes. */
async function wireFloor(bytes: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: PANELS - DEAD }, () => startSink()))
  const links = await Promise.all(servers.map(({ port }) => openTcp('127.0.0.1', port, 1_000)))
  const picture = new Uint8Array(bytes)
  const floor: number[] = []
  for (let nth = 0; nth < CALLS; nth += 1) {
    const began = performance.now()
    const heard = servers.map(({ next }) => next().then(() => void floor.push(performance.now() - began)))
    for (const link of links) void link?.write(picture)
    await Promise.all(heard)
    await new Promise((done) => setTimeout(done, 60))
  }
  for (const link of links) link?.close()
  for (const { close } of servers) close()
  return floor
}
async function startSink() {
  let hear: () => void = () => {}
  const server = createServer((socket) => socket.on('data', () => hear()))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const next = (): Promise<void> => new Promise((done) => void (hear = done))
  return { port: (server.address() as AddressInfo).port, next, close: () => server.close() }
}

const took: number[] = []
let picture = 0
const cpu = process.cpuUsage()
for (let nth = 0; nth < CALLS; nth += 1) {
  const began = performance.now()
  const arrived = panels.slice(DEAD).map(
    ({ id }) =>
      new Promise<void>((done) =>
        ledCards.cardOf(id)?.onBytes((count) => {
          // A sign of life is shorter than any picture.
          if (count < 100) return
          picture = Math.max(picture, count)
          took.push(performance.now() - began)
          ledCards.cardOf(id)?.onBytes(() => {})
          done()
        }),
      ),
  )
  await order({ type: 'recall-ticket', counterId: '1' })
  await Promise.all(arrived)
  await new Promise((done) => setTimeout(done, 60))
}
const { user, system } = process.cpuUsage(cpu)
const wire = await wireFloor(picture)
const at = (values: number[], share: number): string =>
  `${(values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0).toFixed(1)} ms`
console.log(
  `${CALLS} calls, ${PANELS - DEAD} living and ${DEAD} dead panels; ${((user + system) / 1_000 / CALLS).toFixed(1)} ms of the processor a call, panels' own reading included`,
)
console.log(`floor: order alone       p50 ${at(floor, 0.5)}  p99 ${at(floor, 0.99)}`)
console.log(`floor: bytes on the wire p50 ${at(wire, 0.5)}  p99 ${at(wire, 0.99)}`)
console.log(`order to panel's wire    p50 ${at(took, 0.5)}  p99 ${at(took, 0.99)}  (wanted: p99 below 50 ms)`)
await painting.stop()
await ledCards.close()
