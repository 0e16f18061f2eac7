import type { LoggedEvent } from '../events.ts'
import type { EmergencyEvent } from './events.ts'
import type { EmergencyState } from './state.ts'

/** Works in place, like all of evolve. */
export function evolveEmergency(emergency: EmergencyState, event: LoggedEvent & EmergencyEvent): void {
  switch (event.type) {
    case 'emergency-raised': {
      const { emergencyId, title, titleEn, lines, drill, until, at, actor } = event
      emergency.raised = { id: emergencyId, title, titleEn, lines, drill, raisedAt: at, until, by: actor }
      return
    }
    case 'emergency-lifted':
    case 'emergency-ended':
      if (emergency.raised?.id === event.emergencyId) emergency.raised = null
      return
  }
}
