import type { JSX } from 'preact'
import type { ReportHalf, ReportView } from '../../../gateway/contract/reports.ts'
import { ChartCard } from './chart-card.tsx'
import { clockOf, say } from './words.ts'

const STEPS = [10, 20, 30] as const

/** The half hours in which anybody came. */
export function hoursOf(halves: readonly ReportHalf[]): number[] {
  const lived = halves.filter(({ taken, called }) => taken > 0 || called > 0).map(({ half }) => half)
  if (lived.length === 0) return []
  const first = Math.min(...lived)
  return Array.from({ length: Math.max(...lived) - first + 1 }, (_, nth) => first + nth)
}

/** Each queue's waiting by half hours: darker is longer, a red cell is beyond what the hall allows. */
export function HeatMap({ report }: { report: ReportView }): JSX.Element {
  const { queueHalves, promise } = report
  const hours = hoursOf(report.queueHalves.flatMap(({ halves }) => halves))
  const levelOf = (minutes: number): number =>
    minutes >= promise.limit ? 4 : STEPS.filter((step) => minutes >= step).length
  const cellOf = (halves: readonly ReportHalf[], half: number): number | null =>
    halves.find((one) => one.half === half)?.below50 ?? null
  const table = {
    head: [say('heat.queue'), ...hours.map(clockOf)],
    rows: queueHalves.map(({ key, name, halves }) => [
      `${key} ${name}`,
      ...hours.map((half) => String(cellOf(halves, half) ?? '—')),
    ]),
  }
  const legend = (
    <small class="heat-legend">
      {[
        say('heat.below', { to: 10 }),
        say('heat.between', { from: 10, to: 19 }),
        say('heat.between', { from: 20, to: 29 }),
        say('heat.between', { from: 30, to: promise.limit - 1 }),
        say('heat.over', { limit: promise.limit }),
      ].map((word, level) => (
        <span key={word}>
          <i class={`heat-${level}`} />
          {word}
        </span>
      ))}
    </small>
  )
  return (
    <ChartCard name="heat" title={say('heat.title')} note={say('heat.note')} legend={legend} table={table}>
      <div class="heat" role="img" aria-label={say('heat.says')} style={{ '--hours': String(hours.length) }}>
        <div class="heat-row heat-clocks">
          <b />
          <span />
          {hours.map((half) => (
            <em key={half}>{half % 2 === 0 ? clockOf(half).replace(/^0/, '') : ''}</em>
          ))}
        </div>
        {queueHalves.map(({ key, name, halves }) => {
          const isLong = halves.some(({ below50 }) => below50 !== null && below50 >= promise.limit)
          return (
            <div class={isLong ? 'heat-row heat-long' : 'heat-row'} key={key}>
              <b>{key}</b>
              <span>{name}</span>
              {hours.map((half) => {
                const minutes = cellOf(halves, half)
                return (
                  <i key={half} class={minutes === null ? 'heat-none' : `heat-${levelOf(minutes)}`}>
                    {minutes ?? say('heat.nobody')}
                  </i>
                )
              })}
            </div>
          )
        })}
      </div>
    </ChartCard>
  )
}
