import { readDeskStream } from '../stream/city-desk-stream.ts'
import { CARDS_STREAM } from '../stream/city-streams.ts'
import type { StreamLine } from '../stream/connect-stream.ts'
import { CITY_STREAM } from '../stream/ship-log.ts'
import { pause } from '../time.ts'
import type { CityHalls } from './city-halls.ts'
import type { Desk } from './desk.ts'

export interface FollowCityDeps {
  halls: CityHalls
  desk: Pick<Desk, 'take' | 'place'>
  /** A fresh row was folded so many milliseconds after its hall wrote it. */
  onLag(ms: number): void
  now(): number
  onBroken(error: unknown): void
}

const AGAIN_AFTER_MS = 500
const FRESH_MS = 10 * 60_000
const lastWord = (subject: string): string => subject.slice(subject.lastIndexOf('.') + 1)

/** Takes in what halls send, for as long as the city lives; begins anew where it was when the line was cut. */
export function followCity(line: StreamLine, { halls, desk, onLag, now, onBroken }: FollowCityDeps): { stop(): void } {
  let stopped = false
  async function logs(): Promise<void> {
    const reader = await line.client.consumers.get(CITY_STREAM, { opt_start_seq: halls.place + 1 })
    for await (const { subject, seq, headers, data } of await reader.consume({ max_messages: 1_000 })) {
      if (stopped) return
      const newest = halls.takeLog(lastWord(subject), { place: seq, headers, body: data })
      // What is caught up with after days is old by itself.
      if (newest !== null && now() - newest < FRESH_MS) onLag(now() - newest)
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
  const sent = (): Promise<void> =>
    readDeskStream(
      line,
      desk.place,
      'all',
      (message, place) => desk.take(message, place),
      () => stopped,
    )
  async function keep(follow: () => Promise<void>): Promise<void> {
    while (!stopped) {
      await follow().catch(onBroken)
      await pause(AGAIN_AFTER_MS)
    }
  }
  for (const follow of [logs, cards, sent]) void keep(follow)
  return {
    stop() {
      stopped = true
    },
  }
}
