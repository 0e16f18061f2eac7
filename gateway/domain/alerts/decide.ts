import type { AlertEffect, AlertReport } from '../../contract/alert.ts'
import { type Decision, type Moment, accept } from '../decision.ts'
import { emergencyNow } from '../emergency/decide.ts'
import type { OfficeEvent } from '../events.ts'
import { plainNotice } from '../../contract/plain-notice.ts'
import type { OfficeState } from '../office-state.ts'

const HOUR_MS = 3_600_000
const LONGEST_MS = 72 * HOUR_MS

/**
 * CAP 1.2: Extreme and Severe take over the hall, anything less is a notice in the ticker; Update and Cancel end what the
 * same sender said before. It never hides what a supervisor raised here: then it is a notice too.
 */
export function receiveAlert(state: OfficeState, alert: AlertReport, moment: Moment): Decision {
  const { now } = moment
  const { reference, sender, status, scope, msgType } = alert
  if (state.alerts.byReference.has(reference)) return accept([])
  const events: OfficeEvent[] = []
  const received = (effect: AlertEffect, madeId: string | null): Decision =>
    accept([{ type: 'alert-received', reference, sender, effect, madeId }, ...events])
  if (scope !== 'Public' || (status !== 'Actual' && status !== 'Exercise') || msgType === 'Ack' || msgType === 'Error')
    return received('recorded', null)
  const drill = status === 'Exercise'

  let present = emergencyNow(state, now)
  if (msgType === 'Update' || msgType === 'Cancel') {
    for (const earlier of alert.references) {
      const known = state.alerts.byReference.get(earlier)
      if (!known || known.sender !== sender || known.madeId === null) continue
      if (present?.id === known.madeId && (present.drill || !drill)) {
        events.push({ type: 'emergency-lifted', emergencyId: known.madeId })
        present = null
      }
      const notice = state.notices.byId.get(known.madeId)
      if (notice && notice.step !== 'withdrawn') events.push({ type: 'notice-withdrawn', noticeId: notice.id })
    }
    if (msgType === 'Cancel') return received(events.length > 0 ? 'ended' : 'recorded', null)
  }
  if (alert.expires !== null && alert.expires <= now) return received(events.length > 0 ? 'ended' : 'recorded', null)

  const madeId = moment.newId()
  const until = Math.min(alert.expires ?? now + HOUR_MS, now + LONGEST_MS)
  const { title, titleEn, lines } = alert
  const raisedHere =
    present !== null && ![...state.alerts.byReference.values()].some((one) => one.madeId === present?.id)
  const mayTakeOver = present === null || (drill ? present.drill : present.drill || !raisedHere)
  if ((alert.severity === 'Extreme' || alert.severity === 'Severe') && mayTakeOver) {
    events.push({ type: 'emergency-raised', emergencyId: madeId, title, titleEn, lines, drill, until })
    return received(drill ? 'drill' : 'emergency', madeId)
  }
  const notice = {
    ...plainNotice(drill ? `演练：${alert.text}` : alert.text),
    textEn: titleEn,
    priority: 5,
    endAt: until,
  }
  events.push(
    { type: 'notice-drafted', noticeId: madeId, notice },
    { type: 'notice-submitted', noticeId: madeId },
    { type: 'notice-approved', noticeId: madeId },
  )
  return received('notice', madeId)
}
