import type { SignalsView } from '../contract/signals.ts'
import type { DeviceHealth, DeviceView } from '../contract/device-view.ts'
import type { StartView } from '../contract/views.ts'
import type { Moment } from '../domain/decision.ts'
import type { Office } from '../office.ts'
import { panelView, screenView, stripView, trackView } from '../views/public-views.ts'
import { shownEverywhere } from '../views/shown-everywhere.ts'
import { manageView } from '../views/manage-view.ts'
import { counterView, deskView, startView, terminalView } from '../views/staff-views.ts'

export interface Surroundings {
  devices(): DeviceView[]
  /** The health board whole. */
  health(): DeviceHealth[]
  papers(): StartView['papers']
  version: string
  moment(): Moment
  /** What a terminal's scanner and keypad just said. */
  signals(terminalId: string): SignalsView
}

/** The view behind a topic, from what is on disk; null when there is no such thing. Each carries the hall's emergency. */
export function viewOfTopic(office: Office, around: Surroundings, topic: string): unknown {
  const view = ownView(office, around, topic)
  if (view === null) return null
  return shownEverywhere(office.house, office.state, topic, view, around.moment())
}

function ownView({ house, state }: Office, around: Surroundings, topic: string): object | null {
  const [kind, id = ''] = topic.split(':')
  const moment = around.moment()
  switch (kind) {
    case 'screen':
      return screenView(house, state, id, moment.now)
    case 'strip':
      return stripView(house, state, id, moment.now)
    case 'panel':
      return panelView(house, state, id, moment.now)
    case 'track':
      // Tokens are base64url and may hold no colon, so the rest of the topic is the token.
      return trackView(house, state, id, moment.now)
    case 'counter':
      return counterView(house, state, id, moment.now)
    case 'terminal':
      return terminalView(house, state, id, around.devices(), moment)
    case 'signals':
      return around.signals(id)
    case 'desk':
      return deskView(house, state, around.devices(), moment.now)
    case 'manage':
      return manageView(house, state, moment.now)
    default:
      return startView(house, state, around.devices(), around.papers(), around.version)
  }
}
