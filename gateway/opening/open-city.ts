import type { DeviceBoard } from '../board/device-board.ts'
import type { Hall } from '../contract/hall.ts'
import type { AskCity } from '../from-city/ask-city.ts'
import type { Records } from './open-records.ts'
import type { Trouble } from './open-trouble.ts'
import { orderDoor } from '../rights/order-door.ts'
import type { StreamAddress } from '../stream/stream-address.ts'
import type { StreamLine } from '../stream/connect-stream.ts'
import { after, pause } from '../time.ts'
import { keepDoing } from '../work/keep-doing.ts'

export interface CityDeps {
  /** null = this hall has no city. */
  address: StreamAddress | null
  hall: Hall
  records: Pick<Records, 'office' | 'log' | 'own'>
  dataDir: string
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

/**
 * Tells the city of this hall while the line is up, and hears what it sends and asks for. The hall waits for none of it, and lives alone for as long as need be.
 */
export function openCity(deps: CityDeps, stack: AsyncDisposableStack): AskCity | null {
  const { address, hall, trouble } = deps
  if (address === null) return null
  let stopped = false
  let line: StreamLine | null = null
  let asked: AskCity | null = null
  stack.defer(async () => {
    stopped = true
    await line?.line.close()
  })
  async function open(to: StreamAddress): Promise<void> {
    const { connectStream } = await import('../stream/connect-stream.ts')
    while (!stopped) {
      const opened = await connectStream(to, `tingshi ${hall.id} to the city`)
      if (opened.ok) {
        line = opened
        if (stopped) return void (await opened.line.close())
        const { askCity } = await import('../from-city/ask-city.ts')
        asked = askCity(() => opened, hall.id)
        return serve({ ...deps, address: to }, opened, stack, () => stopped)
      }
      await pause(TRY_EACH_MS)
    }
  }
  void open(address).catch(trouble.at('city'))
  return {
    quickest: async (matter) => asked?.quickest(matter) ?? null,
    order: async (...order) => asked?.order(...order) ?? null,
  }
}

/** Everything of it is loaded only where a hall has a city. */
async function serve(
  deps: CityDeps & { address: StreamAddress },
  line: StreamLine,
  stack: AsyncDisposableStack,
  stopped: () => boolean,
): Promise<void> {
  const { address, hall, alwaysOpen, records, dataDir, board, trouble, now } = deps
  const { tellCity } = await import('../from-city/tell-city.ts')
  const { answerOrders } = await import('../from-city/answer-orders.ts')
  const { followDesk } = await import('../from-city/follow-desk.ts')
  const { importPushed } = await import('../from-city/import-pushed.ts')
  const { ensureDeskStream } = await import('../stream/city-desk-stream.ts')
  const { office, log, own } = records
  const giveOrder = orderDoor(office)
  const onBroken = trouble.at('city')
  const telling = tellCity({
    line,
    hallId: hall.id,
    replicas: address.replicas,
    log,
    hallModel: () => office.hallModel,
    alwaysOpen,
    stopped,
    onOtherLog: (seq) =>
      deps.warn(
        `城市那边 ${hall.id} 的日志从第 ${seq} 条起不是本厅的，没有再传。请查两个厅的 id 是不是一样，或城市的流是不是旧的（docs/city.md）。`,
      ),
  })
  stack.defer(office.onFacts(() => void after(SOON_MS, () => void telling.ship())))
  const look = keepDoing(TRY_EACH_MS, telling.ship, onBroken)
  const tellPulse = (): void => {
    const faults = board.views().filter(({ state }) => state === 'fault').length
    telling.pulse({ at: now(), seq: office.state.seq, faults })
  }
  const pulse = keepDoing(PULSE_EACH_MS, tellPulse, onBroken)
  stack.defer(() => {
    look.stop()
    pulse.stop()
  })
  answerOrders(line, hall.id, giveOrder, onBroken)
  await telling.ship()
  await ensureDeskStream(line, address.replicas)
  const importCatalogue = importPushed({ office, giveOrder, own, dataDir })
  // A city that is full or away is no fault of this hall.
  await followDesk({ line, hallId: hall.id, office, giveOrder, importCatalogue, now, stopped, onBroken: () => {} })
}
