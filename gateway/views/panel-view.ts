import type { CallView, PanelView } from '../contract/display-views.ts'
import type { Panel } from '../contract/hall.ts'
import { callView } from './call-view.ts'
import { emergencyShown } from './emergency-view.ts'
import { waitingIn } from './facts.ts'
import { noticesOn } from './notice-view.ts'
import { hallHead, hallNotNow } from './queue-view.ts'
import type { Reading } from './reading.ts'
import { isIn, queuesWhere } from './screen-view.ts'
import { stripView } from './strip-view.ts'

const CALLS_SHOWN = 5

/** What an LED panel shows; null when there is no such panel. */
export function panelView(reading: Reading, panelId: string): PanelView | null {
  const { hallModel } = reading
  const panel = hallModel.hall.panels.find((one) => one.id === panelId)
  if (!panel) return null
  return {
    hall: hallHead(hallModel),
    panel: {
      id: panel.id,
      width: panel.width,
      height: panel.height,
      welcome: panel.welcome,
      colour: panel.card?.colour ?? 'single',
      leastDots: leastDots(panel.pitchMm, panel.distanceM),
      order: hallModel.hall.wall.scripts.order,
    },
    counter: counterOnPanel(reading, panel.counter),
    emergency: emergencyShown(reading),
    calls: callsOnPanel(reading, panel),
    waiting: queuesWhere(reading, panel.zones).reduce((sum, id) => sum + waitingIn(reading, id), 0),
    notNow: hallNotNow(reading),
    ...noticesOn(reading, { kind: 'panel', id: panel.id, zones: panel.zones }),
  }
}

/** The newest few; nobody is to follow a missed number any more. Looks no further than it shows: in a full hall the last minute is long. */
function callsOnPanel(reading: Reading, panel: Panel): CallView[] {
  const shown: CallView[] = []
  for (const call of reading.state('calls').calls.recent) {
    const isHere =
      panel.counter === null ? isIn(reading, panel.zones, call.counterId) : call.counterId === panel.counter
    if (!isHere) continue
    const view = callView(reading, call)
    if (view.standing !== 'missed') shown.push(view)
    if (shown.length === CALLS_SHOWN) break
  }
  return shown
}

/** ADA 703.5.5: 51 mm up to 15 feet, 3.2 mm more for each further foot; a Chinese character is 1.4 times as high as that letter. */
function leastDots(pitchMm: number | null, distanceM: number | null): number {
  if (pitchMm === null || distanceM === null) return 0
  return Math.ceil(((51 + 3.2 * Math.max(0, distanceM / 0.3048 - 15)) * 1.4) / pitchMm)
}

function counterOnPanel(reading: Reading, counterId: string | null): PanelView['counter'] {
  const strip = counterId === null ? null : stripView(reading, counterId)
  return (
    strip && {
      id: strip.counterId,
      state: strip.state,
      ticket: strip.ticket?.number ?? null,
      called: strip.ticket?.state === 'called',
      waiting: strip.waiting,
    }
  )
}
