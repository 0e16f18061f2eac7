import { CARDS_STREAM } from '../stream/city-streams.ts'
import type { StreamLine } from '../stream/connect-stream.ts'
import { CITY_STREAM } from '../stream/ship-log.ts'
import { pause } from '../time.ts'
import type { CityHalls } from './city-halls.ts'

const AGAIN_AFTER_MS = 500
const lastWord = (subject: string): string => subject.slice(subject.lastIndexOf('.') + 1)

/** Takes in what halls send, for as long as the city lives; begins anew where it was when the line was cut. */
export function followCity(line: StreamLine, halls: CityHalls, now: () => number, onBroken: (error: unknown) => void) {
  let stopped = false
  async function logs(): Promise<void> {
    const reader = await line.client.consumers.get(CITY_STREAM, { opt_start_seq: halls.place + 1 })
    for await (const { subject, seq, headers, data } of await reader.consume({ max_messages: 1_000 })) {
      if (stopped) return
      halls.takeLog(lastWord(subject), { place: seq, headers, body: data })
    }
  }
  async function cards(): Promise<void> {
    const reader = await line.client.consumers.get(CARDS_STREAM, { deliver_policy: 'last_per_subject' })
    for await (const { subject, data, info, time } of await reader.consume({ max_messages: 1_000 })) {
      if (stopped) return
      const id = lastWord(subject)
      if (subject.includes('.card.')) halls.takeCard(id, data)
      // What lay there already may be days old.
      else halls.takePulse(id, data, info.pending > 0 ? time.getTime() : now())
    }
  }
  async function keep(follow: () => Promise<void>): Promise<void> {
    while (!stopped) {
      await follow().catch(onBroken)
      await pause(AGAIN_AFTER_MS)
    }
  }
  void keep(logs)
  void keep(cards)
  return {
    stop() {
      stopped = true
    },
  }
}
