import { gzipSync } from 'node:zlib'
import type { CityPulse } from '../contract/city.ts'
import type { HallModel } from '../domain/hall-model.ts'
import type { EventLog } from '../store/event-log.ts'
import { OtherChain } from '../stream/check-turn.ts'
import { cardOf, ensureCityStreams, pulseOf } from '../stream/city-streams.ts'
import type { StreamLine } from '../stream/connect-stream.ts'
import { logShipper } from '../stream/ship-log.ts'

export interface TellCityDeps {
  line: StreamLine
  hallId: string
  replicas: number
  log: Pick<EventLog, 'rows'>
  /** As it is now: an import or the settings change it. */
  hallModel(): HallModel
  /** A demo hall never closes. */
  alwaysOpen: boolean
  stopped(): boolean
  /** The city has another log under this hall's name, from this row on: nothing more is brought there. */
  onOtherLog(seq: number): void
}

/** Brings to the city what is new: the hall's log, and what the hall is. Called again and again; what fails is done at the next call. */
export function tellCity(deps: TellCityDeps): { ship(): Promise<void>; pulse(pulse: CityPulse): void } {
  const { line, hallId, log, hallModel, alwaysOpen, stopped } = deps
  const ship = logShipper(line, hallId, log)
  let isReady = false
  let shipping = false
  let isOther = false
  let told: HallModel | null = null
  async function bring(): Promise<void> {
    if (!isReady) await ensureCityStreams(line, deps.replicas)
    isReady = true
    const model = hallModel()
    if (told !== model) {
      const card = { hall: model.hall, matters: [...model.matters.values()], alwaysOpen }
      await line.client.publish(cardOf(hallId), gzipSync(JSON.stringify(card)))
      told = model
    }
    await ship(stopped)
  }
  return {
    async ship() {
      if (shipping || stopped() || isOther) return
      shipping = true
      try {
        await bring()
      } catch (broken) {
        // Else the line is down or the city is full: the next look goes on from there.
        if (broken instanceof OtherChain) {
          isOther = true
          deps.onOtherLog(broken.seq)
        }
      } finally {
        shipping = false
      }
    },
    pulse: (pulse) => line.line.publish(pulseOf(hallId), JSON.stringify(pulse)),
  }
}
