import type { EnrolPlace, EnrolledKind, EnrolledRow } from '../contract/enrolment.ts'
import type { Hall } from '../contract/hall.ts'

type Place = Omit<EnrolPlace, 'state'>

/** Where a machine of this kind may stand, as the hall folder has it. */
function placesOf(hall: Hall, kind: EnrolledKind): Place[] {
  const zone = (floorId: string, zoneId: string): string => {
    const floor = hall.floors.find(({ id }) => id === floorId)
    return `${floor?.name ?? ''} ${floor?.zones.find(({ id }) => id === zoneId)?.name ?? ''}`.trim()
  }
  switch (kind) {
    case 'terminal':
    case 'agent':
      return hall.terminals.map(({ id, name, floor, zone: own }) => ({ id, name, where: zone(floor, own) }))
    case 'screen':
      return hall.screens.map(({ id, name }) => ({ id, name, where: '' }))
    case 'panel':
      return hall.panels.map(({ id, name }) => ({ id, name, where: '' }))
    case 'strip':
    case 'tablet':
      return hall.counters.map(({ id, floor, zone: own }) => ({ id, name: `${id} 号窗口`, where: zone(floor, own) }))
  }
}

/** The wished one first, then those where nobody stands yet; each says whether a machine stands there. */
export function enrolPlaces(
  hall: Hall,
  kind: EnrolledKind,
  wished: string | null,
  enrolled: readonly EnrolledRow[],
): EnrolPlace[] {
  const taken = new Set(enrolled.filter((one) => one.kind === kind && one.revokedAt === null).map((one) => one.place))
  const rank = ({ id }: Place): number => (id === wished ? 0 : taken.has(id) ? 2 : 1)
  return placesOf(hall, kind)
    .map((place): EnrolPlace => ({ ...place, state: taken.has(place.id) ? 'taken' : 'free' }))
    .toSorted((one, other) => rank(one) - rank(other))
}
