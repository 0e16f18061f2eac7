import type { DeviceView } from '../contract/device-view.ts'
import type { Counter } from '../contract/hall.ts'
import type { CounterView } from '../contract/staff-views.ts'
import { counterPrinter } from '../domain/counters/counter-printer.ts'
import { stripRowId } from '../domain/devices/device-ids.ts'
import type { Reading } from './reading.ts'
import { sameJson } from './same-json.ts'

type Kind = CounterView['devices'][number]['kind']

/** What strip, pads and printer of one counter are doing. */
export const devicesAt = (reading: Reading, counter: Counter): CounterView['devices'] =>
  reading.shared(`devices at ${counter.id}`, (own) => makeDevices(own, counter), sameJson)

function makeDevices(reading: Reading, counter: Counter): CounterView['devices'] {
  const { hall } = reading.hallModel
  const { taught } = reading.state('pads').pads
  const pads = hall.pads.filter(({ id, counter: usual }) => (taught.get(id)?.counterId ?? usual) === counter.id)
  const printerId = counterPrinter(hall, counter)
  const board = boardById(reading)
  const wanted: [Kind, string][] = [
    ['strip', stripRowId(counter.id)],
    ...pads.map(({ id }): [Kind, string] => ['pad', id]),
    ...(printerId === null ? [] : [['printer', printerId] as [Kind, string]]),
  ]
  return wanted.flatMap(([kind, id]) => {
    const device = board.get(id)
    return device ? [{ id, kind, state: device.state, word: device.word }] : []
  })
}

const boardById = (reading: Reading): ReadonlyMap<string, DeviceView> =>
  reading.shared(
    'devices by id',
    (own) =>
      new Map(
        own
          .live()
          .devices()
          .map((device) => [device.id, device]),
      ),
  )
