import type { TerminalView } from '../../gateway/contract/visitor-views.ts'
import type { SlipView } from '../../gateway/contract/view-parts.ts'
import { type Route, findRoute } from '../../gateway/contract/ways/route.ts'
import { type WayPiece, wayWords } from '../../gateway/contract/ways/way-words.ts'
import { facts, placeName } from './hall-facts.ts'
import { standOf } from './plan/way-drawing.tsx'
import { say } from './words.ts'

type SlipPlace = TerminalView['slipPlaces'][number]
type Shown = Pick<TerminalView, 'terminal' | 'printer' | 'slipPlaces'>

/** Where the paper of a number comes out: here, at another terminal, or at the desk. No slip and no printer count as here. */
export function slipPlace(slip: SlipView | null, shown: Shown, stepFree: boolean): 'here' | 'desk' | SlipPlace {
  if (slip === null || slip.printerId === null || slip.printerId === shown.printer?.id) return 'here'
  const there = shown.slipPlaces.filter(({ printerId }) => printerId === slip.printerId)
  return nearestOf(shown.terminal, there, stepFree) ?? 'desk'
}

/** The way from this terminal to another; null = the plan does not know one. */
function wayThere(here: TerminalView['terminal'], there: SlipPlace, stepFree: boolean): Route | null {
  const [from, to] = [standOf(here), standOf({ ...here, id: there.terminalId, floor: there.floor, zone: there.zone })]
  return from && to && findRoute(facts.value.plan, from, to, stepFree)
}

const metresOf = (route: Route | null): number | null =>
  route === null ? null : route.legs.reduce((sum, { way }) => sum + way.metres, 0)

/** 1 楼 B 区，往左走约 24 米; without a plan the place alone. */
export function wayInWords(here: TerminalView['terminal'], there: SlipPlace, stepFree: boolean): string {
  const place = placeName(there.floor, there.zone)
  const route = wayThere(here, there, stepFree)
  const metres = metresOf(route)
  const [first] = wayWords(route?.legs[0]?.way.points ?? [])
  if (metres === null || !first) return place
  const far = Math.max(1, Math.round(metres))
  return `${place}，${say(`slipWay_${sideOf(first)}`, { metres: far })}`
}

/** The drawing's upper edge is what the visitor faces. */
function sideOf({ turn }: WayPiece): 'left' | 'right' | 'ahead' | 'behind' {
  switch (turn) {
    case 'left':
    case 'left-on-plan':
      return 'left'
    case 'right':
    case 'right-on-plan':
      return 'right'
    case 'up':
    case 'straight':
      return 'ahead'
    case 'down':
      return 'behind'
  }
}

/** The nearest other terminal that prints now; null = none does. */
export function nearestPrinter(
  { terminal, slipPlaces, otherPrinters }: Pick<TerminalView, 'terminal' | 'slipPlaces' | 'otherPrinters'>,
  stepFree: boolean,
): SlipPlace | null {
  const well = slipPlaces.filter(({ printerId }) => otherPrinters.some((other) => other.printerId === printerId))
  return nearestOf(terminal, well, stepFree)
}

/** The nearest of several terminals, some of which share a printer; one that the plan does not reach comes last. */
function nearestOf(here: TerminalView['terminal'], there: readonly SlipPlace[], stepFree: boolean): SlipPlace | null {
  const [first] = there
    .map((place) => ({ place, metres: metresOf(wayThere(here, place, stepFree)) ?? Number.POSITIVE_INFINITY }))
    .sort((one, other) => one.metres - other.metres)
  return first?.place ?? null
}
