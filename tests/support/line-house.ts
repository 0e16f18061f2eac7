import { type Hall, hall, queue } from '../../gateway/contract/hall.ts'
import { type House, buildHouse } from '../../gateway/domain/house.ts'
import { tinyHouse } from './tiny-hall.ts'

type Loose = Record<string, unknown>
/** The tiny hall with settings of the line: of the hall, and of queues by id. */
export function lineHouse(over: Loose, queues: Record<string, Loose> = {}, alwaysOpen = false): House {
  const { hall: tiny, matters } = tinyHouse()
  const full: Hall = hall.parse({
    ...tiny,
    ...over,
    queues: tiny.queues.map((one) => queue.parse({ ...one, ...queues[one.id] })),
  })
  return buildHouse(full, [...matters.values()], alwaysOpen)
}
