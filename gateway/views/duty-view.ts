import { dayAt } from '../contract/hall-time.ts'
import type { ScreenView } from '../contract/display-views.ts'
import type { DutyPlace, OnDutyView } from '../contract/roster.ts'
import { chiefOf, onDuty } from '../domain/roster/on-duty.ts'
import type { Reading } from './reading.ts'
import { sameJson } from './same-json.ts'

/** Who is on duty now, by the roster. */
export const dutyNow = (reading: Reading): OnDutyView =>
  reading.shared(
    'on duty',
    (own) => {
      const { now, minute } = own.time()
      const day = dayAt(now, own.hallModel.hall.timeZone)
      const { roster } = own.state('roster')
      const names = (post: 'leader' | 'guide'): string[] => onDuty(roster, post, day, minute).map(({ name }) => name)
      return {
        leader: names('leader'),
        guides: names('guide'),
        chiefs: onDuty(roster, 'chief', day).flatMap(({ departmentName, name }) =>
          departmentName === null ? [] : [{ departmentName, name }],
        ),
      }
    },
    sameJson,
  )

/** Leader and guides for visitors' walls, where the hall wishes it. */
export function dutyOnWalls(reading: Reading): ScreenView['duty'] {
  if (!reading.hallModel.hall.dutyShown.includes('wall')) return null
  const { leader, guides } = dutyNow(reading)
  return leader.length + guides.length === 0 ? null : { leader: [...leader], guides: [...guides] }
}

/** A department's chief representative today, at a place where the hall shows it; null = none. */
export function chiefShown(
  reading: Reading,
  place: Extract<DutyPlace, 'strip' | 'department'>,
  departmentId: string | null,
): string | null {
  const { hall, departmentNames } = reading.hallModel
  const departmentName = departmentNames.get(departmentId ?? '')
  if (departmentName === undefined || !hall.dutyShown.includes(place)) return null
  return reading.shared(
    `chief ${departmentName}`,
    (own) => chiefOf(own.state('roster').roster, departmentName, dayAt(own.time().now, hall.timeZone)),
    Object.is,
  )
}
