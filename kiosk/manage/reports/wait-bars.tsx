import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type uPlot from 'uplot'
import type { ReportView } from '../../../gateway/contract/reports.ts'
import { ChartCard } from './chart-card.tsx'
import { Plot, type PlotOptions, barsOf, drawOver, face, ink, quiet, wordAxis } from './plot.tsx'
import { say, whole } from './words.ts'

const STEP = 5
/** The last column is what is left, or nobody could read the first ones. */
const MOST = 15

/** How many waited so long, in steps of five minutes. */
export function waitSteps(waits: readonly number[]): { from: number; many: number; isRest: boolean }[] {
  const steps = Math.ceil(waits.length / STEP)
  const shown = Math.min(MOST, steps)
  return Array.from({ length: shown }, (_, nth) => {
    const isRest = nth === shown - 1 && steps > shown
    const mine = waits.slice(nth * STEP, isRest ? undefined : (nth + 1) * STEP)
    return { from: nth * STEP, many: mine.reduce((sum, one) => sum + one, 0), isRest }
  })
}

export function WaitBars({ report }: { report: ReportView }): JSX.Element {
  const { waits, whole: row, promise } = report
  const steps = useMemo(() => waitSteps(waits), [waits])
  const chart = useMemo(() => {
    const data: uPlot.AlignedData = [steps.map((_, nth) => nth + 0.5), steps.map(({ many }) => many)]
    return { data, options: optionsOf(report, steps) }
  }, [report, steps])
  const table = {
    head: [say('waits.from'), say('waits.many')],
    rows: steps.map(({ from, many, isRest }) => [
      isRest ? say('waits.longer', { from }) : say('waits.range', { from, to: from + STEP }),
      whole(many),
    ]),
  }
  const note = row.overLimit > 0 ? say('waits.over', { limit: promise.limit, many: whole(row.overLimit) }) : undefined
  return (
    <ChartCard
      name="waits"
      title={say('waits.title')}
      note={say('waits.note')}
      legend={note && <small class="waits-over">{note}</small>}
      table={table}
    >
      <Plot options={chart.options} data={chart.data} height={214} says={say('waits.says')} />
    </ChartCard>
  )
}

function optionsOf({ whole: row, promise }: ReportView, steps: readonly { from: number; many: number }[]): PlotOptions {
  const end = steps.length
  const most = Math.max(1, ...steps.map(({ many }) => many))
  const at = (minutes: number): number => Math.min(end, minutes / STEP)
  return {
    ...quiet,
    padding: [48, 8, 0, 8],
    scales: { x: { time: false, range: () => [0, end] }, y: { range: () => [0, most * 1.12] } },
    axes: [{ ...wordAxis(steps.map(({ from }, nth) => (nth % 2 === 0 ? String(from) : ''))) }, { show: false }],
    series: [
      {},
      {
        ...barsOf([0.96, 100], 0),
        fill: ink('--qing-300'),
        stroke: 'transparent',
        width: 0,
        points: { show: false },
      },
    ],
    hooks: drawOver((plot, canvas, fine) => {
      const x = (minutes: number): number => plot.valToPos(at(minutes), 'x', true)
      const [top, bottom] = [plot.bbox.top, plot.bbox.top + plot.bbox.height]
      // What is beyond the limit is red: the bars are drawn again over the quiet ones.
      canvas.fillStyle = ink('--seal')
      for (const { from, many } of steps) {
        if (from < promise.limit) continue
        const left = plot.valToPos(from / STEP, 'x', true) + fine
        const right = plot.valToPos(from / STEP + 1, 'x', true) - fine
        const y = plot.valToPos(many, 'y', true)
        canvas.fillRect(left, y, right - left, bottom - y)
      }
      canvas.textAlign = 'center'
      canvas.fillStyle = ink('--ink-2')
      canvas.font = face(14 * fine)
      for (const [nth, { many }] of steps.entries())
        if (many > 0)
          canvas.fillText(whole(many), plot.valToPos(nth + 0.5, 'x', true), plot.valToPos(many, 'y', true) - 5 * fine)
      const mark = (minutes: number, words: string, color: string, row: number, dash: boolean): void => {
        const isLeft = x(minutes) > plot.bbox.left + plot.bbox.width * 0.62
        canvas.strokeStyle = color
        canvas.fillStyle = color
        canvas.lineWidth = (dash ? 1.5 : 2) * fine
        canvas.setLineDash(dash ? [6 * fine, 5 * fine] : [])
        canvas.beginPath()
        canvas.moveTo(x(minutes), top - (40 - 20 * row) * fine)
        canvas.lineTo(x(minutes), bottom)
        canvas.stroke()
        canvas.font = face(15 * fine, 600)
        canvas.textAlign = isLeft ? 'right' : 'left'
        canvas.fillText(words, x(minutes) + (isLeft ? -6 : 6) * fine, top - (28 - 20 * row) * fine)
      }
      mark(promise.minutes, say('waits.promise', { minutes: promise.minutes }), ink('--amber-ink'), 1, true)
      if (row.below50 !== null)
        mark(row.below50, say('waits.half', { minutes: row.below50 }), ink('--qing-700'), 0, false)
      if (row.below90 !== null)
        mark(row.below90, say('waits.nine', { minutes: row.below90 }), ink('--qing-700'), 0, false)
    }),
  }
}
