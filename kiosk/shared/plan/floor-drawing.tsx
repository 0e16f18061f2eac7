import type { JSX } from 'preact'
import type { FloorPlan, Point } from '../../../gateway/contract/plan.ts'
import { Desk, deskCells } from './desk-marks.tsx'
import type { Frame } from './frame.ts'
import { Goal, Here, PIN, Place, Words, Zone, type ZonePlan, goalBox, pinBox } from './floor-marks.tsx'
import { type Box, type Wish, aroundPin, layLabels } from './lay-labels.ts'

export interface FloorDrawingProps {
  plan: FloorPlan
  /** The part that is drawn. */
  frame: Frame
  zoneName: (zone: string) => string
  countersOf: (zone: string) => readonly string[]
  /** 21–30 号, as written on a zone. */
  countersWords: (zone: string) => string
  /** Where you stand; null = another floor. */
  here: Point | null
  hereWords: string
  way: readonly Point[]
  goalZone: string | null
  goalCounters: readonly string[]
  goalPlace: Point | null
  /** What a reader hears instead. */
  label: string
  width: number
  /** A counter, a zone or a place was touched; not there = the drawing is only looked at. */
  onTouch?: (touched: Touched) => void
}
export type Touched =
  | { kind: 'counter'; zone: string; id: string }
  | { kind: 'zone'; zone: string }
  | { kind: 'place'; place: FloorPlan['places'][number] }

/** One floor to scale, or a part of it: zones with their counters, lifts and toilets, where you stand, and the way as a dotted line. */
export function FloorDrawing(props: FloorDrawingProps): JSX.Element {
  const { plan, frame, zoneName, countersOf, countersWords, here, hereWords, way } = props
  const { goalZone, goalCounters, goalPlace, label, width, onTouch } = props
  const scale = width / frame.size[0]
  const height = frame.size[1] * scale
  const at = ([x, y]: Point): Point => [(x - frame.from[0]) * scale, (y - frame.from[1]) * scale]
  const goal = way.at(-1) ?? null
  // Where one stands is told by its own words.
  const places = plan.places.filter(
    ({ at: place }) => isWhole(at(place), width, height) && !(here && String(here) === String(place)),
  )
  const isGoal = (place: FloorPlan['places'][number]): boolean => String(goalPlace) === String(place.at)
  const desks = plan.zones.flatMap((zone) => deskCells(zone, countersOf(zone.zone), at, scale))
  const isSought = ({ id, zone }: (typeof desks)[number]): boolean => zone === goalZone && goalCounters.includes(id)
  // A numbered counter that is filled shows the goal itself.
  const pinned = goalPlace === null && !desks.some((desk) => desk.numbered && isSought(desk)) ? goal : null
  const pins = [
    ...places.map((place) => pinBox(at(place.at))),
    ...(here ? [pinBox(at(here))] : []),
    ...(pinned ? [goalBox(at(pinned))] : []),
    ...desks.filter(({ numbered }) => numbered),
    ...way.slice(1).map((point, nth) => trackBox(at(way[nth] as Point), at(point))),
  ]
  const wishes: Wish[] = [
    ...(here
      ? [{ key: 'here', lines: [{ text: hereWords, size: 30 }], middles: aroundPin(at(here), PIN + 4), must: true }]
      : []),
    ...places
      .toSorted((one, other) => Number(isGoal(other)) - Number(isGoal(one)))
      .map((place) => ({
        key: keyOf(place),
        lines: [{ text: place.name, size: 28 }],
        middles: aroundPin(at(place.at), PIN),
        must: isGoal(place),
      })),
    ...plan.zones
      .filter((zone) => seenOf(zone, at, scale, [width, height]) !== null)
      .map((zone) => ({
        key: zone.zone,
        lines: [
          { text: zoneName(zone.zone), size: 32 },
          ...(countersWords(zone.zone) === '' ? [] : [{ text: countersWords(zone.zone), size: 28 }]),
        ],
        middles: aroundZone(seenOf(zone, at, scale, [width, height]) as Box),
        must: false,
      })),
  ]
  const laid = layLabels(wishes, pins, [width, height])
  // Where there is no room for its counters, a zone has at least its name.
  const short = wishes
    .filter(({ key, lines }) => lines.length > 1 && !laid.has(key))
    .map((wish): Wish => ({ ...wish, lines: wish.lines.slice(0, 1) }))
  const named = layLabels(short, [...pins, ...laid.values()], [width, height])
  const words = [...wishes.filter(({ key }) => laid.has(key)), ...short]
  return (
    <svg class="plan" viewBox={`-4 -4 ${width + 8} ${height + 8}`} role="img" aria-label={label}>
      <rect width={width} height={height} rx="12" fill="var(--sheet)" />
      <svg width={width} height={height} overflow="hidden" aria-hidden="true">
        {plan.zones.map((zone) => (
          <Zone
            key={zone.zone}
            zone={zone}
            at={at}
            scale={scale}
            goal={zone.zone === goalZone}
            onTouch={onTouch && (() => onTouch({ kind: 'zone', zone: zone.zone }))}
          />
        ))}
        {desks.map((desk) => (
          <Desk
            key={`${desk.zone} ${desk.id}`}
            cell={desk}
            isGoal={isSought(desk)}
            onTouch={onTouch && (() => onTouch({ kind: 'counter', zone: desk.zone, id: desk.id }))}
          />
        ))}
        {way.length > 1 && (
          <polyline
            points={way.map((point) => at(point).join(',')).join(' ')}
            fill="none"
            stroke="var(--qing-600)"
            stroke-width="9"
            stroke-dasharray="1 17"
            stroke-linecap="round"
            stroke-linejoin="round"
            pointer-events="none"
          />
        )}
        {places.map((place) => (
          <Place
            key={keyOf(place)}
            kind={place.kind}
            at={at(place.at)}
            goal={isGoal(place)}
            onTouch={onTouch && (() => onTouch({ kind: 'place', place }))}
          />
        ))}
        {pinned && <Goal at={at(pinned)} />}
        {here && <Here at={at(here)} />}
        {words.map((wish) => (
          <Words
            key={wish.key}
            wish={wish}
            box={laid.get(wish.key) ?? named.get(wish.key) ?? null}
            strong={wish.must || wish.key === goalZone}
          />
        ))}
      </svg>
      <rect
        width={width}
        height={height}
        rx="12"
        fill="none"
        stroke="var(--line-strong)"
        stroke-width="4"
        pointer-events="none"
      />
    </svg>
  )
}

const keyOf = ({ kind, at }: FloorPlan['places'][number]): string => `${kind} ${at}`
/** Half of the way's track: words lie beside it. */
const TRACK = 8
const trackBox = ([x1, y1]: Point, [x2, y2]: Point): Box => ({
  x: Math.min(x1, x2) - TRACK,
  y: Math.min(y1, y2) - TRACK,
  width: Math.abs(x1 - x2) + 2 * TRACK,
  height: Math.abs(y1 - y2) + 2 * TRACK,
})
const EDGE = 30
/** A sign that the edge would cut is left out. */
const isWhole = ([x, y]: Point, width: number, height: number): boolean =>
  x > EDGE && y > EDGE && x < width - EDGE && y < height - EDGE

/** The part of a zone that is in the drawing; null = none. */
function seenOf(zone: ZonePlan, at: (point: Point) => Point, scale: number, [width, height]: Point): Box | null {
  const [x, y] = at(zone.at)
  const [left, top] = [Math.max(0, x), Math.max(0, y)]
  const [right, bottom] = [Math.min(width, x + zone.size[0] * scale), Math.min(height, y + zone.size[1] * scale)]
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null
}

/** In the middle, then lower, then higher, then to the sides; where the zone is full, below it. */
const aroundZone =
  (zone: Box): Wish['middles'] =>
  (width, height) => {
    const rooms = [0.62, 0.8, 0.35].map(
      (share) => zone.y + Math.min(Math.max(zone.height * share, height / 2), zone.height - height / 2),
    )
    const sides = [0.5, 0.25, 0.75].map(
      (share) => zone.x + Math.min(Math.max(zone.width * share, width / 2), zone.width - width / 2),
    )
    const below = zone.y + zone.height + height / 2
    const middle = zone.x + zone.width / 2
    const under = [
      middle,
      zone.x + width / 2,
      zone.x + zone.width - width / 2,
      middle - width / 2 - 2 * TRACK,
      middle + width / 2 + 2 * TRACK,
    ].map((x): Point => [x, below])
    if (width > zone.width || height > zone.height) return []
    return [...sides.flatMap((x) => rooms.map((y): Point => [x, y])), ...under]
  }
