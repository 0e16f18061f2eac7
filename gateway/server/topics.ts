import type { DeviceView, StartView } from '../contract/views.ts'
import type { Moment } from '../domain/decision.ts'
import type { Office } from '../office.ts'
import { panelView, screenView, stripView, trackView } from '../views/public-views.ts'
import { counterView, deskView, startView, terminalView } from '../views/staff-views.ts'

export interface Surroundings {
  devices(): DeviceView[]
  papers(): StartView['papers']
  version: string
  moment(): Moment
}

/** The view behind a topic, from what is on disk; null when there is no such thing. */
export function viewOfTopic({ house, state }: Office, around: Surroundings, topic: string): unknown {
  const [kind, id = ''] = topic.split(':')
  const moment = around.moment()
  switch (kind) {
    case 'screen':
      return screenView(house, state, id, moment.now)
    case 'strip':
      return stripView(house, state, id, moment.now)
    case 'panel':
      return panelView(house, state, id)
    case 'track':
      // Tokens are base64url and may hold no colon, so the rest of the topic is the token.
      return trackView(house, state, id, moment.now)
    case 'counter':
      return counterView(house, state, id, moment.now)
    case 'terminal':
      return terminalView(house, state, id, around.devices(), moment)
    case 'desk':
      return deskView(house, state, around.devices(), moment.now)
    default:
      return startView(house, state, around.devices(), around.papers(), around.version)
  }
}
