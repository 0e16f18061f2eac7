import type { StreamLine } from './connect-stream.ts'
import { isApiError, nothingThere } from './stream-errors.ts'
import { CITY_STREAM } from './ship-log.ts'

/** What a hall is and how it is right now, the newest of each only. */
export const CARDS_STREAM = 'CITY_CARDS'
export const cardOf = (hall: string): string => `tingshi.city.card.${hall}`
export const pulseOf = (hall: string): string => `tingshi.city.pulse.${hall}`
/** Where a hall hears what the city asks it to decide. */
export const orderOf = (hall: string): string => `tingshi.city.order.${hall}`

/** Where the city hears what halls ask it for their visitors. */
export const questionOf = (hall: string): string => `tingshi.city.ask.${hall}`

/** JSStreamNameExistErr */
const NAME_IN_USE = 10058

/** The city's two streams, made by whoever needs them first. */
export async function ensureCityStreams({ manager }: Pick<StreamLine, 'manager'>, replicas: number): Promise<void> {
  const common = { storage: 'file', retention: 'limits', num_replicas: replicas } as const
  const wanted = [
    { ...common, name: CITY_STREAM, subjects: ['tingshi.city.log.*'], discard: 'new' },
    {
      ...common,
      name: CARDS_STREAM,
      subjects: ['tingshi.city.card.*', 'tingshi.city.pulse.*'],
      discard: 'old',
      max_msgs_per_subject: 1,
    },
  ] as const
  for (const { subjects, ...rest } of wanted) {
    try {
      await manager.streams.info(rest.name)
    } catch (broken) {
      if (!nothingThere(broken)) throw broken
      await manager.streams.add({ ...rest, subjects: [...subjects] }).catch((failed: unknown) => {
        if (!isApiError(failed, NAME_IN_USE)) throw failed
      })
    }
  }
}
