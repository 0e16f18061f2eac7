import type { Hall } from '../contract/hall.ts'
import type { HallSurfaces, StartView } from '../contract/start-view.ts'
import { callView } from './call-view.ts'
import { emergencyShown } from './emergency-view.ts'
import { hallHead } from './queue-view.ts'
import type { Reading } from './reading.ts'

/** The start page. Only a demo hall tells the newest token: nobody's visit is there. */
export function startView(reading: Reading): StartView {
  const { hallModel } = reading
  const state = reading.state('log')
  const [call] = state.calls.recent
  const live = reading.live()
  const demo = hallModel.alwaysOpen
  return {
    hall: hallHead(hallModel),
    version: live.version,
    demo,
    surfaces: surfacesOf(hallModel.hall),
    seq: state.seq,
    devices: live.devices().filter(({ kind }) => kind !== 'counter' && kind !== 'strip'),
    lastToken: demo ? ([...state.line.tickets.values()].at(-1)?.token ?? null) : null,
    lastCall: call ? callView(reading, call) : null,
    papers: reading.live().papers(),
    life: live.life(),
    emergency: emergencyShown(reading),
  }
}

const surfacesOf = ({ terminals, screens, panels, counters, booking, phoneNumbers }: Hall): HallSurfaces => ({
  terminals: terminals.map(({ id, name, printer }) => ({ id, name, printer })),
  screens: screens.map(({ id, name }) => ({ id, name })),
  panels: panels.map(({ id, name }) => ({ id, name })),
  counters: counters.map(({ id }) => id),
  booking: booking?.online ?? false,
  phoneNumbers: phoneNumbers?.inHall ?? false,
})
