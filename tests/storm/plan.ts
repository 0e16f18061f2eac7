import { cardFaults, type CardFault } from '../../gateway/devices/fake/led/fake-card.ts'
import type { CrashPoint } from './disk.ts'
import { type PrinterFault, printerFaults } from './devices/storm-printer.ts'
import { type GuideDeed, guideDeeds } from './people/guide.ts'
import { type VisitorWants, visitorWants } from './people/visitor.ts'
import { type HallWish, PANELS, PLUGGED, PRINTERS, QUEUES, type Plugged } from './storm-hall.ts'
import { streamOf } from './world.ts'

/** One thing that somebody does or that befalls the hall; `at` and lengths in world ms. Each can be left out without changing another. */
export type Happening = { at: number } & (
  | { kind: 'clerk'; counterId: string; pace: number; twice: number; goesAt: number }
  | {
      kind: 'visitor'
      terminalId: string
      queueId: string
      isHasty: boolean
      isAccessible: boolean
      phoneMs: number
      wants: VisitorWants
    }
  | { kind: 'guide'; deed: GuideDeed; chance: number }
  | { kind: 'notice'; hangsMs: number }
  | { kind: 'pad'; padId: string; button: string }
  | { kind: 'stall'; line: string; ms: number }
  | { kind: 'cut'; page: string }
  | { kind: 'reload'; page: string }
  | { kind: 'gone'; page: string; ms: number }
  | { kind: 'freeze'; process: string; ms: number }
  | { kind: 'crash'; isPowerCut: boolean; downMs: number }
  | { kind: 'crash-at-write'; point: CrashPoint; isPowerCut: boolean; downMs: number }
  | { kind: 'restart'; downMs: number }
  | { kind: 'disk-full'; ms: number }
  | { kind: 'disk-lies' }
  | { kind: 'clock-jump'; ms: number }
  | { kind: 'printer'; id: string; fault: PrinterFault; ms: number }
  | {
      kind: 'printer-interrupted'
      id: string
      bytes: number
      how: 'cable' | 'paper-out' | 'cover-open' | 'power'
      ms: number
    }
  | { kind: 'card'; id: string; fault: CardFault; ms: number }
  | { kind: 'card-restart'; id: string }
  /** Books at the desk, and comes so long after the hour (before it, when less than nothing). */
  | { kind: 'booked'; terminalId: TerminalId; queueId: string; ahead: number; lateMs: number; isScanned: boolean }
  | { kind: 'scan'; terminalId: TerminalId; what: 'slip' | 'appointment' | 'nonsense'; chance: number }
  | { kind: 'unplug'; id: Plugged; ms: number }
)

export interface Plan {
  seed: number
  hours: number
  /** Epoch ms. */
  start: number
  hall: HallWish
  happenings: Happening[]
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const MIDNIGHT = Date.UTC(2026, 2, 17, 16)
const terminals = ['K1', 'K2'] as const
type TerminalId = (typeof terminals)[number]

/** What befalls a hall in so many hours, at rates that the seed chooses, from none to absurd. */
export function planOf(seed: number, hours: number, numbersADay: number | null = null): Plan {
  const draw = streamOf(seed, 'plan')
  const between = (low: number, high: number): number => Math.floor(low + (high - low) * draw())
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T
  const end = hours * HOUR
  const isLong = hours > 6
  const roundTheClock = isLong || draw() < 0.5
  const counters = numbersADay === null ? between(2, 7) : 12
  const hall: HallWish = { counters, roundTheClock, autoCallSeconds: draw() < 0.3 ? between(3, 20) : null }
  // Around midnight, the opening, the last number and the middle of the day.
  const begin = isLong
    ? hours < 24
      ? 7.8
      : 0
    : roundTheClock
      ? oneOf([23.6, 23.9, 10, 14])
      : oneOf([7.8, 10, 14, 17.3, 17.7])
  const happenings: Happening[] = []
  /** So many an hour, none to absurd; `few` for a day on which most must go well. */
  const often = (rates: readonly number[], make: (at: number) => Happening): void => {
    const most = isLong ? rates.slice(0, 3) : rates
    const rate = oneOf(most)
    for (let at = wait(rate); at < end; at += wait(rate)) happenings.push(make(Math.floor(at)))
  }
  const wait = (rate: number): number => (rate === 0 ? Number.POSITIVE_INFINITY : (-HOUR / rate) * Math.log(1 - draw()))

  for (let nth = 1; nth <= counters; nth += 1)
    happenings.push({
      at: between(0, 5_000),
      kind: 'clerk',
      counterId: String(nth),
      pace: oneOf([0.5, 1, 2, 6]),
      twice: oneOf([0, 0.02, 0.3]),
      goesAt: draw() < 0.8 ? end : between(end / 2, end),
    })
  const visitors = numbersADay === null ? oneOf([40, 150, 500]) : numbersADay / hours
  for (let at = wait(visitors); at < end; at += wait(visitors))
    happenings.push({
      at: Math.floor(at),
      kind: 'visitor',
      terminalId: oneOf(terminals),
      queueId: oneOf(QUEUES),
      isHasty: draw() < 0.1,
      isAccessible: draw() < 0.05,
      phoneMs: draw() < 0.15 ? between(MINUTE, 40 * MINUTE) : 0,
      wants: oneOf(visitorWants),
    })
  const pages = [
    ...terminals,
    'desk',
    'L1',
    'S1',
    'boss',
    'tablet 1',
    ...Array.from({ length: counters }, (_, nth) => `counter ${nth + 1}`),
    'agent K2',
  ]
  often([0, 6, 60], (at) => ({ at, kind: 'guide', deed: oneOf(guideDeeds), chance: draw() }))
  often([0, 2, 20], (at) => ({ at, kind: 'notice', hangsMs: between(5_000, 10 * MINUTE) }))
  often([0, 6, 60], (at) => ({
    at,
    kind: 'pad',
    padId: oneOf(['PD1', 'PD2', 'PD3', 'PD3']),
    button: oneOf(['next', 'recall', 'missed', 'finish', 'pause']),
  }))
  often([0, 2, 10, 60], (at) => ({
    at,
    kind: 'stall',
    line: oneOf([...pages, ...PRINTERS, ...PANELS]),
    ms: oneOf([300, 4_000, 12_000, 15_000, 18_000, 40_000, 120_000]),
  }))
  often([0, 1, 4, 20], (at) => ({ at, kind: 'reload', page: oneOf(pages) }))
  often([0, 1, 4, 20], (at) => ({ at, kind: 'gone', page: oneOf(pages), ms: between(2_000, 5 * MINUTE) }))
  often([0, 0, 1, 10], (at) => ({
    at,
    kind: 'freeze',
    process: oneOf([...pages, 'gateway', 'gateway', 'gateway']),
    ms: oneOf([500, 3_000, 15_000, 60_000]),
  }))
  const down = (): number => oneOf([200, 2_000, 20_000, 3 * MINUTE])
  often([0, 0, 1, 10], (at) => ({ at, kind: 'crash', isPowerCut: draw() < 0.5, downMs: down() }))
  often([0, 0, 2, 20], (at) => ({
    at,
    kind: 'crash-at-write',
    point: oneOf(['before', 'torn', 'behind'] as const),
    isPowerCut: draw() < 0.5,
    downMs: down(),
  }))
  often([0, 0, 1, 4], (at) => ({ at, kind: 'restart', downMs: down() }))
  often([0, 0, 1, 6], (at) => ({ at, kind: 'disk-full', ms: between(1_000, 4 * MINUTE) }))
  often([0, 0, 1, 20], (at) => ({ at, kind: 'disk-lies' }))
  often([0, 0, 0, 1, 4], (at) => ({
    at,
    kind: 'clock-jump',
    ms: oneOf([-1, 1]) * oneOf([400, 30_000, 20 * MINUTE, 3 * HOUR, 26 * HOUR]),
  }))
  often([0, 1, 10, 30], (at) => ({
    at,
    kind: 'printer',
    id: oneOf(PRINTERS),
    fault: oneOf(printerFaults),
    ms: between(5_000, 10 * MINUTE),
  }))
  often([0, 1, 10, 40], (at) => ({
    at,
    kind: 'printer-interrupted',
    id: oneOf(PRINTERS),
    bytes: between(1, 900),
    how: oneOf(['cable', 'paper-out', 'cover-open', 'power'] as const),
    ms: between(5_000, 3 * MINUTE),
  }))
  often([0, 1, 10], (at) => ({
    at,
    kind: 'card',
    id: oneOf(PANELS),
    fault: oneOf(cardFaults),
    ms: between(5_000, 5 * MINUTE),
  }))
  often([0, 1, 4], (at) => ({ at, kind: 'card-restart', id: oneOf(PANELS) }))
  often([0, 4, 30], (at) => ({
    at,
    kind: 'booked',
    terminalId: oneOf(terminals),
    queueId: oneOf(QUEUES),
    ahead: oneOf([0, 0, 1, 3]),
    lateMs: between(-20 * MINUTE, 8 * MINUTE),
    isScanned: draw() < 0.5,
  }))
  often([0, 6, 60], (at) => ({
    at,
    kind: 'scan',
    terminalId: oneOf(terminals),
    what: oneOf(['slip', 'slip', 'appointment', 'nonsense'] as const),
    chance: draw(),
  }))
  often([0, 10, 90], (at) => ({
    at,
    kind: 'pad',
    padId: 'RB1',
    button: oneOf(['rate-5', 'rate-4', 'rate-3', 'rate-2', 'rate-1']),
  }))
  often([0, 0, 2, 10], (at) => ({ at, kind: 'unplug', id: oneOf(PLUGGED), ms: between(500, 3 * MINUTE) }))
  often([0, 2, 10, 60], (at) => ({ at, kind: 'cut', page: oneOf(pages) }))
  happenings.sort((one, other) => one.at - other.at)
  return { seed, hours, start: MIDNIGHT + begin * HOUR, hall, happenings }
}
