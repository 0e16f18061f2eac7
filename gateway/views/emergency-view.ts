import type { EmergencyView } from '../contract/emergency.ts'
import type { Reading } from './reading.ts'

/** What every surface shows instead of its own content; null when nothing is the matter. */
export function emergencyShown(reading: Reading): EmergencyView | null {
  const { raised } = reading.state('emergency').emergency
  if (raised === null || !reading.isBefore(raised.until)) return null
  const { id, titleEn, lines, drill, raisedAt, until } = raised
  const title = drill ? `演练：${raised.title}` : raised.title
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
