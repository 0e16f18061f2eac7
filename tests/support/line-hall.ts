import { type Hall, hall, queue } from '../../gateway/contract/hall.ts'
import { type HallModel, buildHallModel } from '../../gateway/domain/hall-model.ts'
import { tinyHallModel } from './tiny-hall.ts'

type Loose = Record<string, unknown>
/** The tiny hall with settings of the line: of the hall, and of queues by id. */
export function lineHallModel(over: Loose, queues: Record<string, Loose> = {}, alwaysOpen = false): HallModel {
  const { hall: tiny, matters } = tinyHallModel()
  const full: Hall = hall.parse({
    ...tiny,
    ...over,
    queues: tiny.queues.map((one) => queue.parse({ ...one, ...queues[one.id] })),
  })
  return buildHallModel(full, [...matters.values()], alwaysOpen)
}
