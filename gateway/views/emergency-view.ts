import type { EmergencyView } from '../contract/emergency.ts'
import { emergencyNow } from '../domain/emergency/decide.ts'
import type { OfficeState } from '../domain/office-state.ts'

/** What every surface shows instead of its own content; null when nothing is the matter at epoch ms `now`. */
export function emergencyView(state: OfficeState, now: number): EmergencyView | null {
  const present = emergencyNow(state, now)
  if (!present) return null
  const { id, titleEn, lines, drill, raisedAt, until } = present
  const title = drill ? `演练：${present.title}` : present.title
  return {
    id,
    title,
    titleEn: titleEn !== null && drill ? `Drill: ${titleEn}` : titleEn,
    lines,
    drill,
    raisedAt,
    until,
    spoken: `${[title, ...lines].join('。')}。`,
  }
}
