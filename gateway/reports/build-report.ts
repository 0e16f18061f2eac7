import type { ReportHalf, ReportKind, ReportRow, ReportView } from '../contract/reports.ts'
import { ratingReasons } from '../contract/ratings.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { type WaitPromise, reportHalf, reportRow } from '../domain/reports/report-row.ts'
import { type Span, spanBefore, spanOf } from '../domain/reports/span.ts'
import { type Sum, addSum } from '../domain/reports/sum.ts'
import type { SumRow } from '../domain/reports/sum-row.ts'
import { breathe } from '../time.ts'
import { type ClosedDay, closedDays } from './closed-days.ts'
import type { DaySums } from '../store/day-sums.ts'
import { adviceUntil } from './advice.ts'
import { partName } from './part-names.ts'

/** Of a single day, so many days up to it are shown beside it. */
const DAYS_BESIDE = 10

export interface ReportQuestion {
  readonly span: Span
  /** Which parts of the hall are listed. */
  readonly kinds: readonly ReportKind[]
  /** One part of the hall instead of the whole. */
  readonly part: { readonly kind: ReportKind; readonly key: string } | null
}

interface Added {
  name: string | null
  whole: Sum
  halves: Map<number, Sum>
}

/**
 * A report from the sums of its days. The day is the smallest piece of work: others have their turn between two, so that a year
 * holds nobody up.
 */
export async function buildReport(hallModel: HallModel, sums: DaySums, question: ReportQuestion): Promise<ReportView> {
  const { span } = question
  const part = question.part ?? { kind: 'hall' as const, key: '' }
  const promise = hallModel.hall.waitPromise
  const days = closedDays(sums)
  const within = (one: Pick<Span, 'from' | 'until'>): ClosedDay[] =>
    days.filter(({ day }) => day >= one.from && day <= one.until)
  const own = within(span)
  const row = (key: string, name: string, sum: Sum) => reportRow(key, name, sum, promise)
  const ownName = partName(hallModel, part.kind, part.key, null)
  const wholeOf = async (of: readonly ClosedDay[]): Promise<Sum> => {
    const sum: Sum = {}
    for (const { day } of of) {
      for (const one of sums.rows(day, [part.kind], false)) if (one.key === part.key) addSum(sum, one.whole)
      await breathe()
    }
    return sum
  }

  const added = new Map<string, Added>()
  const byDay: ReportView['byDay'] = []
  const kinds = [...new Set<ReportKind>(['hall', 'queue', 'department', part.kind, ...question.kinds])]
  // The half hours of all parts over a year are some hundred thousand sums that nobody looks at.
  const isLong = span.span === 'year'
  const detailed = isLong ? kinds.filter((kind) => kind === 'hall') : kinds
  const summary = kinds.filter((kind) => !detailed.includes(kind))
  for (const { day, demo } of own) {
    const rows = [...sums.rows(day, detailed, true), ...sums.rows(day, summary, false)]
    for (const one of rows) addRow(added, one)
    const whole = rows.filter(({ kind, key }) => kind === part.kind && key === part.key)
    byDay.push({ day, demo, whole: row(part.key, ownName, sumOf(whole)) })
    await breathe()
  }
  const beside = span.span === 'day' ? days.filter(({ day }) => day < span.from).slice(1 - DAYS_BESIDE) : []
  const before: ReportView['byDay'] = []
  for (const one of beside) before.push({ ...one, whole: row(part.key, ownName, await wholeOf([one])) })

  const compared = spanBefore(span)
  const comparedDays = within(compared)
  const of = (kind: ReportKind): [string, Added][] =>
    [...added].filter(([id]) => id.startsWith(`${kind} `)).map(([id, one]) => [id.slice(kind.length + 1), one])
  const named = (kind: ReportKind, key: string, told: string | null): string => partName(hallModel, kind, key, told)
  const halvesOf = ({ halves }: Added): ReportHalf[] =>
    [...halves].sort(([one], [other]) => one - other).map(([half, sum]) => reportHalf(half, sum, own.length, promise))
  const mine: Added = added.get(`${part.kind} ${part.key}`) ?? { name: null, whole: {}, halves: new Map() }
  return {
    ...span,
    previousAt: nearest(days.filter(({ day }) => day < span.from).at(-1), span),
    nextAt: nearest(
      days.find(({ day }) => day > span.until),
      span,
    ),
    days: own.length,
    demo: own.some(({ demo }) => demo),
    closedAt: own.at(-1)?.closedAt ?? null,
    promise,
    part: question.part && { ...question.part, name: ownName },
    whole: row(part.key, ownName, mine.whole),
    waits: mine.whole.waits ?? [],
    stars: mine.whole.stars ?? [],
    reasons: Object.fromEntries(ratingReasons.map((reason, nth) => [reason, mine.whole.reasons?.[nth] ?? 0])),
    compared:
      comparedDays.length === 0
        ? null
        : { at: compared.at, whole: row(part.key, ownName, await wholeOf(comparedDays)) },
    rows: question.kinds.map((kind) => ({
      kind,
      items: inOrder(hallModel, kind, of(kind)).map(([key, one]) => row(key, named(kind, key, one.name), one.whole)),
    })),
    departments: folded(hallModel, of('department'), promise),
    halves: halvesOf(mine),
    queueHalves: (isLong ? [] : inOrder(hallModel, 'queue', of('queue'))).map(([key, one]) => ({
      key,
      name: named('queue', key, null),
      halves: halvesOf(one),
    })),
    counterHalves: (isLong ? [] : inOrder(hallModel, 'counter', of('counter'))).map(([key, one]) => ({
      key,
      group: seriesOf(hallModel, key),
      halves: halvesOf(one),
    })),
    byDay: [...before, ...byDay],
    advice: await adviceUntil(hallModel, sums, span.until),
  }
}

/** Fewer numbers say nothing of a department; more rows than this have no room on a page. */
const LEAST_TAKEN = 30
const MOST_DEPARTMENTS = 11

function folded(hallModel: HallModel, all: [string, Added][], promise: WaitPromise): ReportRow[] {
  const sorted = all.toSorted(([, one], [, other]) => busyness(other.whole) - busyness(one.whole))
  const kept = sorted.filter(([, { whole }]) => busyness(whole) >= LEAST_TAKEN).slice(0, MOST_DEPARTMENTS)
  const rest = sorted.slice(kept.length)
  const rows = kept.map(([key, { whole }]) =>
    reportRow(key, partName(hallModel, 'department', key, null), whole, promise),
  )
  if (rest.length === 0) return rows
  const sum = rest.reduce<Sum>((total, [, { whole }]) => addSum(total, whole), {})
  return [...rows, reportRow('', `其余 ${rest.length} 个部门`, sum, promise)]
}

const seriesOf = ({ counters, queues }: HallModel, counterId: string): string | null =>
  queues.get(counters.get(counterId)?.queues[0] ?? '')?.series ?? null

function addRow(added: Map<string, Added>, { kind, key, name, whole, halves }: SumRow): void {
  const id = `${kind} ${key}`
  const known = added.get(id) ?? { name, whole: {}, halves: new Map<number, Sum>() }
  added.set(id, known)
  known.name = name ?? known.name
  addSum(known.whole, whole)
  for (const [half, sum] of Object.entries(halves)) {
    const place = Number(half)
    known.halves.set(place, addSum(known.halves.get(place) ?? {}, sum))
  }
}

const sumOf = (rows: readonly SumRow[]): Sum => rows.reduce<Sum>((sum, { whole }) => addSum(sum, whole), {})
const nearest = (day: ClosedDay | undefined, { span }: Span): string | null => (day ? spanOf(span, day.day).at : null)

/** As the hall names them; what it does not know any more comes last. Matters and persons: those with most numbers first. */
function inOrder(hallModel: HallModel, kind: ReportKind, rows: [string, Added][]): [string, Added][] {
  const { hall } = hallModel
  const lists: Partial<Record<ReportKind, readonly { id: string }[]>> = {
    floor: hall.floors,
    queue: hall.queues,
    counter: hall.counters,
    terminal: hall.terminals,
  }
  const list = lists[kind]
  if (!list)
    return rows.sort(([one, a], [other, b]) => busyness(b.whole) - busyness(a.whole) || one.localeCompare(other))
  const place = new Map(list.map(({ id }, nth) => [id, nth]))
  const placeOf = (key: string): number => place.get(key) ?? Number.MAX_SAFE_INTEGER
  return rows.sort(([one], [other]) => placeOf(one) - placeOf(other) || one.localeCompare(other))
}
const busyness = ({ taken = 0, called = 0 }: Sum): number => taken || called
