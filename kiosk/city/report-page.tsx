import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { ask, withFields } from '../../gateway/client/ask.ts'
import type { CityReport } from '../../gateway/contract/city.ts'
import type { ReportRow } from '../../gateway/contract/reports.ts'
import { say } from './words.ts'

const spans = ['day', 'week', 'month'] as const
type Span = (typeof spans)[number]
const reader = withFields<CityReport>('rows', 'whole', 'missing')

/** A day, a week or a month over all halls, in the figures of a hall's own report. */
export function ReportPage({ token }: { token: string | null }): JSX.Element {
  const span = useSignal<Span>('day')
  const shown = useSignal<CityReport | null>(null)
  const isEmpty = useSignal(false)
  const look = async (at: string | null): Promise<void> => {
    const path = `/api/v1/city/reports/${span.value}${at === null ? '' : `/${at}`}`
    const answer = await ask(path, reader, { token })
    shown.value = answer.ok ? answer.body : null
    isEmpty.value = !answer.ok
  }
  useEffect(() => void look(null), [])
  const turnTo = (next: Span): void => {
    const { from = null } = shown.value ?? {}
    span.value = next
    void look(from === null ? null : next === 'month' ? from.slice(0, 7) : from)
  }
  const report = shown.value
  return (
    <main class="reports">
      <section class="card">
        <div class="card-head">
          <h2>
            {report === null ? say('report.title') : say('report.of', { from: report.from, until: report.until })}
          </h2>
          <span class="space" />
          <fieldset class="chips" aria-label={say('report.title')}>
            {spans.map((one) => (
              <button key={one} type="button" aria-pressed={one === span.value} onClick={() => turnTo(one)}>
                {say(`report.span.${one}`)}
              </button>
            ))}
          </fieldset>
          <button type="button" disabled={!report?.previousAt} onClick={() => void look(report?.previousAt ?? null)}>
            {say('report.before')}
          </button>
          <button type="button" disabled={!report?.nextAt} onClick={() => void look(report?.nextAt ?? null)}>
            {say('report.after')}
          </button>
        </div>
        {isEmpty.value && <p class="empty">{say('report.empty')}</p>}
        {report && <ReportTable report={report} />}
        {report && report.missing.length > 0 && (
          <p class="note">{say('report.missing', { halls: report.missing.join('、') })}</p>
        )}
        {report && <p class="note">{say('report.counted', { minutes: report.promise.minutes })}</p>}
      </section>
    </main>
  )
}

const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 100)}%`)
const minutes = (value: number | null): string => (value === null ? '–' : String(Math.round(value)))
const columns: [keyof typeof words, (row: ReportRow) => string][] = [
  ['taken', ({ taken }) => taken.toLocaleString('en')],
  ['called', ({ called }) => called.toLocaleString('en')],
  ['below50', ({ below50 }) => minutes(below50)],
  ['below90', ({ below90 }) => minutes(below90)],
  ['within', ({ within }) => percent(within)],
  ['overLimit', ({ overLimit }) => String(overLimit)],
  ['missed', ({ missed }) => String(missed)],
  ['serviceMean', ({ serviceMean }) => minutes(serviceMean)],
  ['load', ({ load }) => percent(load)],
  ['content', ({ content }) => percent(content)],
]
const words = {
  taken: () => say('report.taken'),
  called: () => say('report.called'),
  below50: () => say('report.below50'),
  below90: () => say('report.below90'),
  within: () => say('report.within'),
  overLimit: () => say('report.overLimit'),
  missed: () => say('report.missed'),
  serviceMean: () => say('report.serviceMean'),
  load: () => say('report.load'),
  content: () => say('report.content'),
}

function ReportTable({ report: { rows, whole } }: { report: CityReport }): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('hall')}</th>
          {columns.map(([key]) => (
            <th key={key} scope="col">
              {words[key]()}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[{ ...whole, name: say('report.all') }, ...rows].map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {columns.map(([key, tell]) => (
              <td key={key} class="num">
                {tell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
