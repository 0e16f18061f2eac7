import type { SignalsView } from '../contract/signals.ts'
import type { DeviceHealth, DeviceView } from '../contract/device-view.ts'
import type { StartView } from '../contract/views.ts'
import type { Moment } from '../domain/decision.ts'
import type { Office } from '../office.ts'
import { panelView, screenView, stripView, trackView } from '../views/public-views.ts'
import { shownEverywhere } from '../views/shown-everywhere.ts'
import { manageView } from '../views/manage-view.ts'
import { counterView, deskView, startView, terminalView } from '../views/staff-views.ts'

export interface LiveSources {
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
export function viewOfTopic(office: Office, live: LiveSources, topic: string): unknown {
  const view = ownView(office, live, topic)
  if (view === null) return null
  return shownEverywhere(office.hallModel, office.state, topic, view, live.moment())
}

function ownView({ hallModel, state }: Office, live: LiveSources, topic: string): object | null {
  const [kind, id = ''] = topic.split(':')
  const moment = live.moment()
  switch (kind) {
    case 'screen':
      return screenView(hallModel, state, id, moment.now)
    case 'strip':
      return stripView(hallModel, state, id, moment.now)
    case 'panel':
      return panelView(hallModel, state, id, moment.now)
    case 'track':
      // Tokens are base64url and may hold no colon, so the rest of the topic is the token.
      return trackView(hallModel, state, id, moment.now)
    case 'counter':
      return counterView(hallModel, state, id, moment.now)
    case 'terminal':
      return terminalView(hallModel, state, id, live.devices(), moment)
    case 'signals':
      return live.signals(id)
    case 'desk':
      return deskView(hallModel, state, live.devices(), moment.now)
    case 'manage':
      return manageView(hallModel, state, moment.now)
    default:
      return startView(hallModel, state, live.devices(), live.papers(), live.version)
  }
}
