import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type RatingReason, ratingReasons } from '../../gateway/contract/ratings.ts'
import { readHall } from '../../gateway/config.ts'
import type { LoggedEvent, OfficeEvent } from '../../gateway/domain/events.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { hallPlaces, placesData } from '../../gateway/domain/reports/hall-places.ts'
import { type DayReading, readDay } from '../../gateway/domain/reports/read-day.ts'
import type { Sum } from '../../gateway/domain/reports/sum.ts'
import type { SumRow } from '../../gateway/domain/reports/sum-row.ts'
import { sumDay } from '../../gateway/domain/reports/sum-day.ts'
import { chanceOf } from '../../gateway/domain/simulation/chance.ts'
import { ordinary } from '../../gateway/domain/simulation/day-plan.ts'
import { openSimulation } from '../../gateway/domain/simulation/run-hall.ts'
import { weekdayOf } from '../../gateway/contract/hall-time.ts'
import { readArrivalProfile } from '../../gateway/hall/read-arrivals.ts'
import type { PastDay } from '../../gateway/reports/sample-past.ts'

/**
 * `npm run past`: forty working days of the sample hall, played by the simulation with a seed and summed as a real hall's days are. Written
 * to assets/sample-hall/past.json.gz; half a minute. On Tuesdays from ten to eleven half as many again come to the companies' queue.
 */
const SEED = 20260302
const DAYS = 40
const folder = resolve(import.meta.dirname, '../sample-hall')
const read = readHall(folder)
if (!read.ok) throw new Error('the sample hall is broken')
const hallModel = buildHallModel(read.hall, read.matters, false)
const places = hallPlaces(placesData(hallModel))
const chance = chanceOf(SEED)
const terminals = read.hall.terminals.map(({ id }) => id)
const wanted = new Map(
  read.hall.queues.map(({ id }) => [
    id,
    read.matters
      .filter(({ queueId }) => queueId === id)
      .flatMap((one) => Array(1 + one.popular).fill(one) as [typeof one]),
  ]),
)

const past: PastDay[] = []
let today: { day: string; reading: DayReading } | null = null
let seq = 0
const counterOf = new Map<string, string>()

function close(): void {
  if (today === null) return
  const rows = sumDay(today.reading.facts(), places).filter(({ kind }) => kind !== 'person')
  past.push({ weekday: weekdayOf(today.day), rows: rows.map(lean) })
  process.stderr.write(`\r${past.length}/${DAYS}`)
}
/** What nobody would miss is left out, and times are rounded: the file is shipped with the program. */
function lean({ kind, key, whole, halves }: SumRow): SumRow {
  const small = Object.entries(halves).map(([half, sum]) => {
    const { busyMs = 0, openMs = 0 } = sum
    return [half, rounded(kind === 'counter' ? { busyMs, openMs } : sum, 60_000)]
  })
  const { waits: _, ...rest } = whole
  return {
    kind,
    key,
    name: null,
    whole: rounded(kind === 'matter' ? rest : whole, 1_000),
    halves: Object.fromEntries(small),
  }
}
const rounded = (sum: Sum, to: number): Sum =>
  Object.fromEntries(
    Object.entries(sum).map(([name, value]) => [
      name,
      name.endsWith('Ms') && typeof value === 'number' ? Math.round(value / to) * to : value,
    ]),
  )

/** One visitor in ten comes without having asked at the terminal; some ask for somebody, print a list, or find nothing. */
function learn(fact: OfficeEvent, at: number): void {
  if (fact.type === 'day-opened') {
    close()
    today = { day: fact.day, reading: readDay(fact.day, places.queuesOf) }
    counterOf.clear()
    return
  }
  if (fact.type === 'ticket-taken') return take(fact, at)
  if ('counterId' in fact && 'ticketId' in fact && typeof fact.counterId === 'string' && fact.ticketId !== null)
    counterOf.set(fact.ticketId, fact.counterId)
  const counterId =
    'counterId' in fact ? fact.counterId : 'ticketId' in fact ? counterOf.get(String(fact.ticketId)) : null
  say(fact, at, typeof counterId === 'string' ? `演示${counterId.padStart(3, '0')}` : 'hall')
  if (fact.type === 'ticket-finished') rate(fact.ticketId, counterOf.get(fact.ticketId) ?? '1', at + 5_000)
}
const say = (fact: OfficeEvent, at: number, actor = 'hall'): void =>
  today?.reading.read({ ...structuredClone(fact), seq: ++seq, at, actor, commandId: null } as LoggedEvent)
const oneOf = <T>(list: readonly T[]): T | null => list[Math.floor(chance.share() * list.length)] ?? null

function take(fact: Extract<OfficeEvent, { type: 'ticket-taken' }>, at: number): void {
  const matter = oneOf(wanted.get(fact.queueId) ?? [])
  const terminalId = chance.happens(0.9) ? oneOf(terminals) : null
  say({ ...fact, terminalId, matterId: matter?.id ?? null, matterName: matter?.name ?? null }, at)
  if (terminalId === null) return
  if (chance.happens(0.006)) {
    const helpId = `h${seq}`
    say({ type: 'help-called', helpId, terminalId, where: null }, at)
    if (chance.happens(0.9)) say({ type: 'help-answered', helpId, by: '咨询台' }, at + chance.around(60_000, 0.8))
  }
  const list = { terminalId, printerId: 'PR1', matterId: matter?.id ?? null, flowId: null, answers: {}, brought: [] }
  if (chance.happens(0.05)) say({ type: 'list-ordered', ...list }, at)
  if (chance.happens(0.6)) {
    const searches = 1 + Math.floor(chance.waitFor(0.6))
    say({ type: 'terminal-used', terminalId, searches, empty: chance.happens(0.07) ? 1 : 0 }, at)
  }
}

function rate(ticketId: string, counterId: string, at: number): void {
  if (!chance.happens(0.37)) return
  const share = chance.share()
  const stars = share < 0.87 ? 5 : share < 0.975 ? 4 : share < 0.991 ? 3 : share < 0.997 ? 2 : 1
  say({ type: 'visit-rated', ticketId, counterId, stars }, at)
  if (stars > 2) return
  const often: RatingReason[] = [
    'waited-long',
    'waited-long',
    'waited-long',
    'papers-not-told',
    'papers-not-told',
    ...ratingReasons,
  ]
  const reason = oneOf(often) ?? 'other'
  const days = { day: '', contactBy: '', remindOn: '', settleBy: '' }
  const grievance = {
    grievanceId: `g${ticketId}`,
    kind: 'low-rating',
    via: 'tablet',
    stars,
    reasons: [reason],
  } as const
  const about = {
    counterId,
    departmentId: null,
    ticketId,
    number: null,
    matterId: null,
    hasWords: false,
    hasContact: false,
  }
  say({ type: 'grievance-filed', ...grievance, reasons: [reason], ...about, ...days }, at)
}

const simulation = openSimulation({
  hallModel,
  profile: readArrivalProfile(),
  habits: { ...ordinary, ticketsPerDay: 2400, wantedLoad: 0.84 },
  days: DAYS + 1,
  seed: SEED,
  state: emptyOffice(),
  witness: null,
  onFact: learn,
  crowd: (weekday, minute, queueId) => (weekday === 2 && queueId === 'B' && minute >= 600 && minute < 660 ? 1.5 : 1),
})
while (simulation.nextAt !== null && past.length < DAYS) simulation.step()
writeFileSync(resolve(folder, 'past.json.gz'), gzipSync(JSON.stringify(past.slice(0, DAYS)), { level: 9 }))
