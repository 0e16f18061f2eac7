import type { ComponentChildren, JSX } from 'preact'
import type { FloorPlan, PlaceKind, Point } from '../../../gateway/contract/plan.ts'
import type { Frame } from './frame.ts'
import { desksOf } from './route.ts'

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
}

/** One floor to scale, or a part of it: zones with their counters, lifts and toilets, where you stand, and the way as a dotted line. */
export function FloorDrawing(props: FloorDrawingProps): JSX.Element {
  const {
    plan,
    frame,
    zoneName,
    countersOf,
    countersWords,
    here,
    hereWords,
    way,
    goalZone,
    goalCounters,
    goalPlace,
    label,
    width,
  } = props
  const scale = width / frame.size[0]
  const height = frame.size[1] * scale
  const at = ([x, y]: Point): Point => [(x - frame.from[0]) * scale, (y - frame.from[1]) * scale]
  const goal = way.at(-1)
  const places = plan.places.filter(({ at: place }) => isWhole(at(place), width, height))
  return (
    <svg class="plan" viewBox={`-4 -4 ${width + 8} ${height + 8}`} role="img" aria-label={label}>
      <rect width={width} height={height} rx="12" fill="var(--sheet)" />
      <svg width={width} height={height} overflow="hidden" aria-hidden="true">
        {plan.zones.map((zone) => (
          <Zone key={zone.zone} zone={zone} at={at} scale={scale} goal={zone.zone === goalZone}>
            {desksOf(zone, countersOf(zone.zone)).map(({ id, at: desk }, _, all) => {
              const [x, y] = at(desk)
              const side = Math.min(34, ((Math.max(zone.size[0], zone.size[1]) * scale) / all.length) * 0.7)
              return (
                <rect
                  key={id}
                  x={x - side / 2}
                  y={y - 7}
                  width={side}
                  height="14"
                  rx="3"
                  fill={goalCounters.includes(id) ? 'var(--qing-600)' : 'var(--qing-300)'}
                />
              )
            })}
          </Zone>
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
          />
        )}
        {plan.zones.map((zone) => (
          <ZoneName
            key={zone.zone}
            zone={zone}
            at={at}
            scale={scale}
            seen={[width, height]}
            goal={zone.zone === goalZone}
            name={zoneName(zone.zone)}
            counters={countersWords(zone.zone)}
          />
        ))}
        {places.map((place) => (
          <Place
            key={`${place.kind} ${place.at}`}
            kind={place.kind}
            name={place.name}
            at={at(place.at)}
            above={
              at(place.at)[1] + 56 > height ||
              places.some((other) => other !== place && isJustBelow(at(place.at), at(other.at)))
            }
            goal={goalPlace !== null && String(goalPlace) === String(place.at)}
          />
        ))}
        {goal && <Goal at={at(goal)} />}
        {here && <Here at={at(here)} words={hereWords} right={at(here)[0] > width * 0.75} />}
      </svg>
      <rect width={width} height={height} rx="12" fill="none" stroke="var(--line-strong)" stroke-width="4" />
    </svg>
  )
}

const EDGE = 30
/** A sign that the edge would cut is left out. */
const isWhole = ([x, y]: Point, width: number, height: number): boolean =>
  x > EDGE && y > EDGE && x < width - EDGE && y < height - EDGE
/** Its sign would stand on our word. */
const isJustBelow = ([x, y]: Point, [otherX, otherY]: Point): boolean =>
  otherY > y && otherY - y < 80 && Math.abs(otherX - x) < 70

interface ZoneProps {
  zone: FloorPlan['zones'][number]
  at: (point: Point) => Point
  scale: number
  goal: boolean
}
function Zone({ zone, at, scale, goal, children }: ZoneProps & { children: ComponentChildren }): JSX.Element {
  const [x, y] = at(zone.at)
  const [width, height] = [zone.size[0] * scale, zone.size[1] * scale]
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx="10"
        fill={goal ? 'var(--qing-100)' : 'var(--sunken)'}
        stroke={goal ? 'var(--qing-600)' : 'none'}
        stroke-width="4"
      />
      {children}
    </g>
  )
}

/** Narrower than this a zone at the edge gets no name: the word would be cut. */
const NARROW = 130
/** Over the way, on the colour of its zone. `seen`: width and height of the drawing. */
function ZoneName(props: ZoneProps & { seen: Point; name: string; counters: string }): JSX.Element | null {
  const { zone, at, scale, goal, seen, name, counters } = props
  const [x, y] = at(zone.at)
  const [left, right] = [Math.max(0, x), Math.min(seen[0], x + zone.size[0] * scale)]
  const bottom = Math.min(seen[1], y + zone.size[1] * scale)
  if (right - left <= NARROW) return null
  const halo = {
    'paint-order': 'stroke',
    stroke: goal ? 'var(--qing-100)' : 'var(--sunken)',
    'stroke-width': 12,
  } as const
  return (
    <g text-anchor="middle" fill={goal ? 'var(--qing-700)' : 'var(--ink-2)'} {...halo}>
      <text x={(left + right) / 2} y={bottom - 52} font-size="32" font-weight={goal ? 700 : 500}>
        {name}
      </text>
      <text x={(left + right) / 2} y={bottom - 18} font-size="28">
        {counters}
      </text>
    </g>
  )
}

/** Signs that are read without words; the word stands beside. */
const signs: Record<PlaceKind, string> = {
  entrance: 'M-8 9V-9H3V9M3 -6 9 -9V9L3 6M-12 9H12',
  help: 'M-4 -4c.3-5.5 8.500-5.500 8.200.3-.1 3-4.200 3.400-4.200 7M0 9v.5',
  lift: 'M-9 -10H9V10H-9ZM-3.500 -2 0 -6 3.500 -2M-3.500 3 0 7 3.500 3',
  escalator: 'M-11 8H-5L5 -4H11M5 -9 9 -9',
  stairs: 'M-10 9H-5V4H0V-1H5V-6H10',
  toilet: 'M-6 -8h.1M6 -8h.1M-9 -3H-3V9M-9 -3V3H-7V9M3 -3 1 4H4V9H8V4H11L9 -3Z',
  'accessible-toilet': 'M0 -9h.1M0 -5V1H6L9 8M0 -2H5M-3 -1A6 6 0 1 0 5 6',
  water: 'M0 -9C5 -3 7 0 7 3A7 7 0 0 1 -7 3C-7 0 -5 -3 0 -9Z',
  copy: 'M-8 -8H4V4H-8ZM-3 -3H9V9H-3Z',
  mother: 'M-3 -7h.1M-3 -3C-9 -3 -8 9 -3 9C2 9 9 9 9 3C9 -1 3 -1 3 3',
}

function Place({
  kind,
  name,
  at: [x, y],
  above,
  goal,
}: {
  kind: PlaceKind
  name: string
  at: Point
  above: boolean
  goal: boolean
}): JSX.Element {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r="20" fill={goal ? 'var(--qing-600)' : 'var(--paper)'} stroke="var(--qing-600)" stroke-width="3" />
      <path
        d={signs[kind]}
        fill="none"
        stroke={goal ? 'var(--sheet)' : 'var(--qing-700)'}
        stroke-width="2.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
      <text
        y={above ? -28 : 46}
        text-anchor="middle"
        font-size="28"
        font-weight={goal ? 700 : 400}
        fill="var(--ink-2)"
        paint-order="stroke"
        stroke="var(--sheet)"
        stroke-width="8"
      >
        {name}
      </text>
    </g>
  )
}

function Goal({ at: [x, y] }: { at: Point }): JSX.Element {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path
        d="M0 4C-14 -14 -20 -24 -20 -34A20 20 0 0 1 20 -34C20 -24 14 -14 0 4Z"
        fill="var(--qing-600)"
        stroke="var(--sheet)"
        stroke-width="3"
      />
      <circle cy="-34" r="7" fill="var(--sheet)" />
    </g>
  )
}

function Here({ at: [x, y], words, right }: { at: Point; words: string; right: boolean }): JSX.Element {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r="20" fill="var(--sheet)" stroke="var(--ink)" stroke-width="5" />
      <circle r="10" fill="var(--ink)" />
      <text
        x={right ? -30 : 30}
        y="11"
        text-anchor={right ? 'end' : 'start'}
        font-size="30"
        font-weight="700"
        fill="var(--ink)"
        paint-order="stroke"
        stroke="var(--sheet)"
        stroke-width="10"
      >
        {words}
      </text>
    </g>
  )
}
