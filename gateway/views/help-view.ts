import type { DeskView } from '../contract/staff-views.ts'
import type { HelpView } from '../contract/view-parts.ts'
import type { Help } from '../domain/help/state.ts'
import type { Reading } from './reading.ts'

/** One call for a guide as staff and the terminal that made it see it. */
export function helpView(reading: Reading, help: Readonly<Help>): HelpView {
  const { id, terminalId, counterId, number, where, at, answeredBy, left } = help
  const { hall } = reading.hallModel
  const stands =
    hall.terminals.find((one) => one.id === terminalId) ?? hall.counters.find((one) => one.id === counterId) ?? null
  return {
    id,
    from: terminalId ?? (counterId === null ? `手机 ${number ?? ''}` : `${counterId} 号窗口`),
    place: stands && placeWords(reading, stands.floor, stands.zone),
    where,
    at,
    answeredBy,
    left,
    escalated: answeredBy === null && !reading.isBefore(at + hall.helpEscalateSeconds * 1_000),
  }
}

/** 1 楼 A 区 */
function placeWords({ hallModel: { hall } }: Reading, floor: string, zone: string): string {
  const named = hall.floors.find(({ id }) => id === floor)
  return `${named?.name ?? floor} ${named?.zones.find(({ id }) => id === zone)?.name ?? zone}`
}

export const helpOpen = (reading: Reading): HelpView[] =>
  reading.state('help').help.open.map((help) => helpView(reading, help))

export function helpToday(reading: Reading): DeskView['helpToday'] {
  const { asked, answered, left, waitedMs, longestMs } = reading.state('help').help.times
  return {
    asked,
    answered,
    left,
    meanSeconds: answered === 0 ? null : Math.round(waitedMs / answered / 1_000),
    longestSeconds: answered === 0 ? null : Math.round(longestMs / 1_000),
  }
}
