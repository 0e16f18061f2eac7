import type { JSX } from 'preact'
import type { ReportHalf, ReportRow, ReportView } from '../../../gateway/contract/reports.ts'
import { ChartCard } from './chart-card.tsx'
import { hoursOf } from './heat-map.tsx'
import { figure, percent, say, whole } from './words.ts'

/** From this share on a counter has nobody to spare. */
const FULL = 0.9
const STEP = 3
const BAR = 2.2
const HEIGHT = 22

/** A small chart for each counter, beside the others of its queue. */
export function CounterBars({ report }: { report: ReportView }): JSX.Element {
  const rows = new Map(report.rows.find(({ kind }) => kind === 'counter')?.items.map((row) => [row.key, row]) ?? [])
  const worked = report.counterHalves.filter(({ key }) => (rows.get(key)?.openHours ?? 0) > 0)
  const hours = hoursOf(report.halves)
  const groups = [...Map.groupBy(worked, ({ group }) => group ?? '')]
  const table = {
    head: [say('load.counter'), say('load.share'), say('load.open'), say('load.done')],
    rows: worked.map(({ key }) => {
      const row = rows.get(key)
      return [key, percent(row?.load ?? null), figure(row?.openHours ?? null), whole(row?.finished ?? 0)]
    }),
  }
  const legend = (
    <small class="heat-legend">
      <span>
        <i class="load-full" />
        {say('load.busy')}
      </span>
    </small>
  )
  return (
    <ChartCard
      name="load"
      title={say('load.title')}
      note={say('load.note', { many: worked.length })}
      legend={legend}
      table={table}
    >
      <div class="load" role="img" aria-label={say('load.says')}>
        {groups.map(([group, counters]) => (
          <div class="load-group" key={group}>
            <b>{group}</b>
            {counters.map(({ key, halves }) => (
              <Bars key={key} id={key} row={rows.get(key) ?? null} halves={halves} hours={hours} />
            ))}
          </div>
        ))}
      </div>
    </ChartCard>
  )
}

interface BarsProps {
  id: string
  row: ReportRow | null
  halves: readonly ReportHalf[]
  hours: readonly number[]
}
function Bars({ id, row, halves, hours }: BarsProps): JSX.Element {
  const load = row?.load ?? 0
  const width = hours.length * STEP
  return (
    <span class={load >= FULL ? 'load-counter load-over' : 'load-counter'}>
      <small>{id}</small>
      <em>{percent(row?.load ?? null)}</em>
      <svg width={width} height={HEIGHT + 1} viewBox={`0 0 ${width} ${HEIGHT + 1}`} aria-hidden="true">
        <path d={`M0 ${HEIGHT + 0.5}h${width}`} class="load-ground" />
        {hours.map((half, nth) => {
          const share = Math.min(1, halves.find((one) => one.half === half)?.load ?? 0)
          const tall = share * HEIGHT
          return <rect key={half} x={nth * STEP} y={HEIGHT - tall} width={BAR} height={tall} />
        })}
      </svg>
    </span>
  )
}
