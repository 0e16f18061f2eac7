import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ReportRow, ReportView } from '../../../gateway/contract/reports.ts'
import { sayStaff } from '../../shared/staff/words.ts'
import { askReport } from './ask-reports.ts'
import { FigureRows } from './chart-card.tsx'
import { figure, percent, say, whole } from './words.ts'

const kinds = ['floor', 'department', 'queue', 'counter', 'matter', 'terminal', 'person'] as const
type DetailKind = (typeof kinds)[number]

const columns: [keyof ReportRow & Parameters<typeof nameOf>[0], (row: ReportRow) => string][] = [
  ['taken', (row) => whole(row.taken)],
  ['called', (row) => whole(row.called)],
  ['waitMean', (row) => figure(row.waitMean)],
  ['below50', (row) => figure(row.below50)],
  ['below90', (row) => figure(row.below90)],
  ['within', (row) => percent(row.within)],
  ['finished', (row) => whole(row.finished)],
  ['serviceMean', (row) => figure(row.serviceMean)],
  ['missed', (row) => whole(row.missed)],
  ['left', (row) => whole(row.left)],
  ['requeued', (row) => whole(row.requeued)],
  ['load', (row) => percent(row.load)],
  ['content', (row) => percent(row.content)],
  ['bad', (row) => whole(row.bad)],
  ['grievances', (row) => whole(row.grievances)],
  ['yellows', (row) => whole(row.yellows)],
  ['reds', (row) => whole(row.reds)],
  ['toldTrue', (row) => percent(row.toldTrue)],
  ['helps', (row) => whole(row.helps)],
  ['lists', (row) => whole(row.lists)],
  ['searches', (row) => whole(row.searches)],
  ['searchesEmpty', (row) => whole(row.searchesEmpty)],
]
function nameOf(
  column:
    | ('taken' | 'called' | 'waitMean' | 'below50' | 'below90' | 'within' | 'finished' | 'serviceMean' | 'missed')
    | ('left' | 'requeued' | 'load' | 'content' | 'bad' | 'grievances' | 'yellows' | 'reds' | 'toldTrue' | 'helps')
    | ('lists' | 'searches' | 'searchesEmpty'),
): string {
  return say(`details.columns.${column}`)
}

/** Every figure of every part, as a table. What the report does not carry is asked for when it is wanted. */
export function DetailsCard({ report }: { report: ReportView }): JSX.Element {
  const [kind, setKind] = useState<DetailKind>('queue')
  const [more, setMore] = useState<ReportRow[] | string | null>(null)
  const known = report.rows.find((one) => one.kind === kind)?.items ?? null
  useEffect(() => {
    let isLeft = false
    setMore(null)
    if (known === null)
      void askReport(report.span, report.at, null, [kind]).then((answer) => {
        if (!isLeft) setMore(answer.ok ? (answer.body.rows[0]?.items ?? []) : answer.message)
      })
    return () => {
      isLeft = true
    }
  }, [kind, report, known])
  const rows = known ?? more
  return (
    <section class="card report-card report-details" aria-label={say('details.title')}>
      <div class="card-head">
        <h2>{say('details.title')}</h2>
        <span class="grow" />
        <span class="span-choice">
          {kinds.map((one) => (
            <button type="button" key={one} aria-pressed={one === kind} onClick={() => setKind(one)}>
              {say(`details.kinds.${one}`)}
            </button>
          ))}
        </span>
      </div>
      {Array.isArray(rows) ? (
        <FigureRows
          table={{
            head: [say('details.columns.name'), ...columns.map(([column]) => nameOf(column))],
            rows: rows.map((row) => [
              kind === 'queue' ? `${row.key} ${row.name}` : row.name,
              ...columns.map(([, write]) => write(row)),
            ]),
          }}
        />
      ) : (
        <p class="card-empty" role="status">
          {rows ?? sayStaff('loading')}
        </p>
      )}
    </section>
  )
}
