import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type uPlot from 'uplot'
import type { ReportView } from '../../../gateway/contract/reports.ts'
import { ChartCard } from './chart-card.tsx'
import { Plot, type PlotOptions, barsOf, drawOver, face, figureAxis, ink, quiet, wordAxis } from './plot.tsx'
import { percent, say, whole } from './words.ts'

/** The days of a week, a month or a year: who came, and how long nine in ten waited. */
export function DayBars({ report }: { report: ReportView }): JSX.Element {
  const { byDay } = report
  const chart = useMemo(() => {
    const data: uPlot.AlignedData = [
      byDay.map((_, nth) => nth),
      byDay.map(({ whole: row }) => row.taken),
      byDay.map(({ whole: row }) => row.below90),
    ]
    return { data, options: optionsOf(report) }
  }, [report, byDay])
  const table = {
    head: [say('days.day'), say('days.taken'), say('days.half'), say('days.nine'), say('days.within')],
    rows: byDay.map(({ day, whole: row }) => [
      day,
      whole(row.taken),
      String(row.below50 ?? '—'),
      String(row.below90 ?? '—'),
      percent(row.within),
    ]),
  }
  return (
    <ChartCard name="days" title={say('days.title')} note={say('days.note')} table={table}>
      <Plot options={chart.options} data={chart.data} height={230} says={say('days.says')} />
    </ChartCard>
  )
}

/** At most so many days are named under the axis. */
const NAMED = 24

function optionsOf({ byDay, promise }: ReportView): PlotOptions {
  const most = Math.max(1, ...byDay.map(({ whole: row }) => row.taken))
  const longest = Math.max(promise.minutes * 1.3, ...byDay.map(({ whole: row }) => row.below90 ?? 0))
  const each = Math.ceil(byDay.length / NAMED)
  const words = byDay.map(({ day }, nth) =>
    nth % each === 0 ? `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}` : '',
  )
  return {
    ...quiet,
    padding: [12, 8, 0, 0],
    scales: {
      x: { time: false, range: () => [-0.6, byDay.length - 0.4] },
      y: { range: () => [0, most * 2.1] },
      minutes: { range: () => [-longest * 0.9, longest * 1.1] },
    },
    axes: [
      wordAxis(words),
      {
        ...figureAxis([0, promise.minutes, 2 * promise.minutes]),
        scale: 'minutes',
        side: 3,
      },
    ],
    series: [
      {},
      {
        ...barsOf([0.62, 60], 0),
        fill: ink('--qing-200'),
        stroke: 'transparent',
        width: 0,
        points: { show: false },
      },
      {
        scale: 'minutes',
        stroke: ink('--qing-600'),
        width: 2.5,
        points: { show: byDay.length <= NAMED, size: 7, fill: ink('--qing-600') },
      },
    ],
    hooks: drawOver((plot, canvas, fine) => {
      const y = plot.valToPos(promise.minutes, 'minutes', true)
      canvas.strokeStyle = ink('--amber-ink')
      canvas.lineWidth = 1.5 * fine
      canvas.setLineDash([6 * fine, 5 * fine])
      canvas.beginPath()
      canvas.moveTo(plot.bbox.left, y)
      canvas.lineTo(plot.bbox.left + plot.bbox.width, y)
      canvas.stroke()
      canvas.fillStyle = ink('--amber-ink')
      canvas.font = face(14 * fine, 600)
      canvas.textAlign = 'right'
      canvas.fillText(
        say('waits.promise', { minutes: promise.minutes }),
        plot.bbox.left + plot.bbox.width,
        y - 6 * fine,
      )
      if (byDay.length > NAMED) return
      canvas.fillStyle = ink('--ink-2')
      canvas.font = face(13 * fine)
      canvas.textAlign = 'center'
      for (const [nth, { whole: row }] of byDay.entries())
        canvas.fillText(whole(row.taken), plot.valToPos(nth, 'x', true), plot.valToPos(row.taken, 'y', true) - 5 * fine)
    }),
  }
}
