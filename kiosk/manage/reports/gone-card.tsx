import type { JSX } from 'preact'
import type { ReportView } from '../../../gateway/contract/reports.ts'
import { ChartCard } from './chart-card.tsx'
import { hoursOf } from './heat-map.tsx'
import { clockOf, say, whole } from './words.ts'

/** Who was called and did not come, who left, who came back, and when most of them went. */
export function GoneCard({ report }: { report: ReportView }): JSX.Element {
  const { whole: row, halves } = report
  const hours = hoursOf(halves)
  const goneAt = (half: number): number => halves.find((one) => one.half === half)?.gone ?? 0
  const most = Math.max(0, ...hours.map(goneAt))
  const worst = hours.find((half) => goneAt(half) === most)
  const share = (many: number): string => (row.taken === 0 ? '—' : `${((100 * many) / row.taken).toFixed(1)} %`)
  const rounded = (minutes: number | null): string => (minutes === null ? '—' : String(Math.round(minutes)))
  const lines: [string, number, string][] = [
    [say('gone.missed'), row.missed, say('gone.missedWhy', { minutes: rounded(row.missedWaitMean) })],
    [say('gone.left'), row.left, say('gone.leftWhy', { minutes: rounded(row.leftMean) })],
    [say('gone.requeued'), row.requeued, say('gone.requeuedWhy')],
  ]
  const table = {
    head: [say('gone.half'), say('gone.many')],
    rows: [
      ...lines.map(([name, many]) => [name, whole(many)]),
      ...hours.map((half) => [clockOf(half), whole(goneAt(half))]),
    ],
  }
  return (
    <ChartCard name="gone" title={say('gone.title')} table={table}>
      <dl class="gone-lines">
        {lines.map(([name, many, why]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <b>{whole(many)}</b>
              <span>{share(many)}</span>
              <small>{many > 0 ? why : ''}</small>
            </dd>
          </div>
        ))}
      </dl>
      {most > 0 && (
        <>
          <p class="gone-when">{say('gone.when')}</p>
          <div class="gone-bars" role="img" aria-label={say('gone.when')}>
            {hours.map((half) => (
              <i
                key={half}
                class={half === worst ? 'gone-most' : undefined}
                style={{ height: `${Math.max(2, (goneAt(half) / most) * 40)}px` }}
              />
            ))}
          </div>
          <p class="gone-clocks">
            <span>{clockOf(hours[0] ?? 0)}</span>
            <b>{worst === undefined ? '' : say('gone.most', { clock: clockOf(worst) })}</b>
            <span>{clockOf((hours.at(-1) ?? 0) + 1)}</span>
          </p>
        </>
      )}
    </ChartCard>
  )
}
