import { isWithin } from '../../contract/day-span.ts'
import { minuteOf } from '../../contract/hall-time.ts'
import type { Queue } from '../../contract/hall.ts'
import type { Quota } from '../../contract/hours-and-quotas.ts'
import { type Moment, type Refusal, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { closedNow, nextMorning } from './open-hours.ts'

/** The part of the day whose numbers are counted at this minute; null = none. */
export const slotAt = ({ quota }: Queue, minute: number): Quota['slots'][number] | null =>
  quota?.slots.find((slot) => isWithin(slot, minute)) ?? null

/** No numbers left of the day, or of this part of it, with when there are some again; null = there are. Demo halls count too. */
export function quotaFull(
  hallModel: HallModel,
  state: OfficeState,
  { day, minute }: Pick<Moment, 'day' | 'minute'>,
  queue: Queue,
): Refusal | null {
  const { quota } = queue
  if (quota === null) return null
  const about = { queueId: queue.id }
  const tomorrow = nextMorning(hallModel, day, queue)
  if (quota.day !== null && (state.line.given.get(queue.id) ?? 0) >= quota.day)
    return refuse('quota-full', { ...about, most: quota.day, ...tomorrow })
  const slot = slotAt(queue, minute)
  if (!slot || givenIn(state, queue.id, slot.from) < slot.most) return null
  // After this part either another one with numbers left comes, or a time without parts: if the queue is open then.
  const later = [slot.to, ...quota.slots.map(({ from }) => from)].sort().find((clock) => {
    if (minuteOf(clock) < minuteOf(slot.to) || closedNow(hallModel, { day, minute: minuteOf(clock) }, queue))
      return false
    const then = slotAt(queue, minuteOf(clock))
    return then === null || givenIn(state, queue.id, then.from) < then.most
  })
  return refuse('quota-full', {
    ...about,
    most: slot.most,
    from: slot.from,
    to: slot.to,
    ...(later === undefined ? tomorrow : { today: day, backDay: day, backClock: later }),
  })
}

const givenIn = (state: OfficeState, queueId: string, from: string): number =>
  state.line.given.get(`${queueId} ${from}`) ?? 0
