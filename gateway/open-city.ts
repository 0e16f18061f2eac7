import { gzipSync } from 'node:zlib'
import type { DeviceBoard } from './board/device-board.ts'
import type { CityPulse } from './contract/city.ts'
import type { Hall } from './contract/hall.ts'
import { command } from './contract/commands.ts'
import type { Matter } from './contract/matter.ts'
import type { Records } from './open-records.ts'
import type { Trouble } from './open-trouble.ts'
import { bearer } from './rights/actor.ts'
import { orderDoor } from './rights/order-door.ts'
import type { StreamAddress } from './stream/stream-address.ts'
import type { StreamLine } from './stream/connect-stream.ts'
import { after, pause } from './time.ts'
import { keepDoing } from './work/keep-doing.ts'

export interface CityDeps {
  address: StreamAddress
  hall: Hall
  matters: readonly Matter[]
  records: Pick<Records, 'office' | 'log'>
  board: Pick<DeviceBoard, 'views'>
  trouble: Trouble
  /** Said once, for whoever keeps the hall. */
  warn(words: string): void
  /** A demo hall never closes. */
  alwaysOpen: boolean
  now(): number
}

const TRY_EACH_MS = 2_000
const SOON_MS = 50
const PULSE_EACH_MS = 5_000
/** What somebody elsewhere may ask this hall for. */
const FROM_THE_CITY: readonly string[] = ['take-ticket', 'book-appointment']

/**
 * Tells the city of this hall while the line is up: its log as it grows, what it is, how it is. The hall waits for none of it, and lives alone
 * for as long as need be. What the city asks for is an order like any other: the hall decides.
 */
export function openCity(deps: CityDeps, stack: AsyncDisposableStack): void {
  const { address, hall, trouble } = deps
  let stopped = false
  let line: StreamLine | null = null
  stack.defer(async () => {
    stopped = true
    await line?.line.close()
  })
  async function open(): Promise<void> {
    const { connectStream } = await import('./stream/connect-stream.ts')
    while (!stopped) {
      const opened = await connectStream(address, `tingshi ${hall.id} to the city`)
      if (opened.ok) {
        line = opened
        return stopped ? void (await opened.line.close()) : serve(deps, opened, stack, () => stopped)
      }
      await pause(TRY_EACH_MS)
    }
  }
  void open().catch(trouble.at('city'))
}

async function serve(
  { address, hall, matters, alwaysOpen, records, board, trouble, warn, now }: CityDeps,
  line: StreamLine,
  stack: AsyncDisposableStack,
  stopped: () => boolean,
): Promise<void> {
  const { shipLog } = await import('./stream/ship-log.ts')
  const { OtherChain } = await import('./stream/check-turn.ts')
  const { cardOf, ensureCityStreams, orderOf, pulseOf } = await import('./stream/city-streams.ts')
  const { office, log } = records
  let isReady = false
  let shipping = false
  let isOther = false
  async function ship(): Promise<void> {
    if (shipping || stopped() || isOther) return
    shipping = true
    try {
      if (!isReady) {
        await ensureCityStreams(line, address.replicas)
        await line.client.publish(cardOf(hall.id), gzipSync(JSON.stringify({ hall, matters, alwaysOpen })))
        isReady = true
      }
      await shipLog(line, hall.id, log, stopped)
    } catch (broken) {
      if (broken instanceof OtherChain) {
        isOther = true
        warn(
          `城市那边 ${hall.id} 的日志从第 ${broken.seq} 条起不是本厅的，没有再传。请查两个厅的 id 是不是一样，或城市的流是不是旧的（docs/city.md）。`,
        )
      }
      // The line is down or the city is full: the next look goes on from there.
    } finally {
      shipping = false
    }
  }
  const soon = (): void => void after(SOON_MS, () => void ship())
  stack.defer(office.onFacts(soon))
  const look = keepDoing(TRY_EACH_MS, ship, trouble.at('city'))
  const pulse = keepDoing(
    PULSE_EACH_MS,
    () => {
      const faults = board.views().filter(({ state }) => state === 'fault').length
      const told: CityPulse = { at: now(), seq: office.state.seq, faults }
      line.line.publish(pulseOf(hall.id), JSON.stringify(told))
    },
    trouble.at('city'),
  )
  const giveOrder = orderDoor(office)
  line.line.subscribe(orderOf(hall.id), {
    callback: (_, message) => void answer(message.string()).then((body) => message.respond(body), trouble.at('city')),
  })
  async function answer(text: string): Promise<string> {
    const asked = JSON.parse(text) as { commandId: string; command: unknown }
    const read = command.safeParse(asked.command)
    if (!read.success || !FROM_THE_CITY.includes(read.data.type))
      return JSON.stringify({ ok: false, code: 'not-allowed' })
    return JSON.stringify(await giveOrder(bearer('city', ['guide']), read.data, asked.commandId, () => false))
  }
  stack.defer(() => {
    look.stop()
    pulse.stop()
  })
  await ship()
}
