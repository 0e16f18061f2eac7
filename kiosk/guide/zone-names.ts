/** What of /api/v1/hall names the places. */
export interface HallFacts {
  floors: { name: string; zones: { id: string; name: string }[] }[]
}
/** Zone id → floor and zone as people say them: 1 楼 A 区. */
export type ZoneNames = ReadonlyMap<string, string>

export const zoneNames = ({ floors }: HallFacts): ZoneNames =>
  new Map(
    floors.flatMap((floor) =>
      floor.zones.map(
        (zone) => [zone.id, zone.name.startsWith(floor.name) ? zone.name : `${floor.name} ${zone.name}`] as const,
      ),
    ),
  )
