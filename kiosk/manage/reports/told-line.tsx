import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type uPlot from 'uplot'
import type { ReportView } from '../../../gateway/contract/reports.ts'
import { ChartCard } from './chart-card.tsx'
import { Plot, type PlotOptions, drawOver, face, figureAxis, ink, quiet, wordAxis } from './plot.tsx'
import { figure, percent, say, whole } from './words.ts'

/** Four of five is what is meant; one in twenty more or less is well. */
const GOOD = { low: 75, high: 85, wanted: 80 } as const

/** How much of what was told came true, day by day. */
export function ToldLine({ report }: { report: ReportView }): JSX.Element {
  const days = useMemo(() => report.byDay.filter(({ whole }) => whole.told > 0), [report])
  const chart = useMemo(() => {
    const shares = days.map(({ whole: row }) => Math.round((row.toldTrue ?? 0) * 100))
    const data: uPlot.AlignedData = [shares.map((_, nth) => nth), shares]
    return {
      data,
      options: optionsOf(
        days.map(({ day }) => day),
        shares,
      ),
    }
  }, [days])
  const table = {
    head: [say('told.day'), say('told.percent'), say('told.of'), say('told.off')],
    rows: days.map(({ day, whole: row }) => [day, percent(row.toldTrue), whole(row.told), figure(row.toldOffMean)]),
  }
  return (
    <ChartCard name="told" title={say('told.title')} table={days.length > 0 ? table : null}>
      {days.length === 0 ? (
        <p class="card-empty">{say('told.none')}</p>
      ) : (
        <>
          <p class="big-figure">
            <b>{percent(report.whole.toldTrue)} %</b>
            {say('told.share')}
          </p>
          <Plot options={chart.options} data={chart.data} height={168} says={say('told.says')} />
        </>
      )}
    </ChartCard>
  )
}

const shortDay = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`

function optionsOf(days: readonly string[], shares: readonly number[]): PlotOptions {
  const low = Math.min(60, ...shares.map((share) => 10 * Math.floor(share / 10)))
  const words = days.map((day, nth) => (nth === 0 || nth === days.length - 1 ? shortDay(day) : ''))
  if (days.length > 4) words[Math.floor(days.length / 2)] = say('told.lately', { many: days.length })
  const worst = shares.reduce((at, share, nth) => (share < (shares[at] ?? 100) ? nth : at), 0)
  return {
    ...quiet,
    padding: [18, 20, 0, 0],
    scales: {
      x: { time: false, range: () => [-0.3, Math.max(0.6, days.length - 0.7)] },
      y: { range: () => [low - 3, 100] },
    },
    axes: [wordAxis(words), figureAxis([low, 70, 80, 90].filter((one, nth, all) => all.indexOf(one) === nth))],
    series: [
      {},
      {
        stroke: ink('--qing-600'),
        width: 3,
        points: { show: true, size: 7, fill: ink('--qing-600'), stroke: ink('--qing-600') },
      },
    ],
    hooks: {
      drawAxes: [
        (plot) => {
          const { ctx, bbox } = plot
          const y = (share: number): number => plot.valToPos(share, 'y', true)
          ctx.save()
          ctx.fillStyle = ink('--qing-100')
          ctx.fillRect(bbox.left, y(GOOD.high), bbox.width, y(GOOD.low) - y(GOOD.high))
          ctx.strokeStyle = ink('--qing-300')
          ctx.setLineDash([3 * devicePixelRatio, 4 * devicePixelRatio])
          ctx.beginPath()
          ctx.moveTo(bbox.left, y(GOOD.wanted))
          ctx.lineTo(bbox.left + bbox.width, y(GOOD.wanted))
          ctx.stroke()
          ctx.fillStyle = ink('--qing-700')
          ctx.font = face(14 * devicePixelRatio)
          ctx.textAlign = 'right'
          ctx.textBaseline = 'alphabetic'
          ctx.fillText(say('told.good'), bbox.left + bbox.width, y(GOOD.high) - 5 * devicePixelRatio)
          ctx.restore()
        },
      ],
      ...drawOver((plot, canvas, fine) => {
        const share = shares[worst] ?? 100
        if (share >= GOOD.low) return
        const [x, y] = [plot.valToPos(worst, 'x', true), plot.valToPos(share, 'y', true)]
        canvas.beginPath()
        canvas.arc(x, y, 5 * fine, 0, 2 * Math.PI)
        canvas.fillStyle = ink('--sheet')
        canvas.fill()
        canvas.strokeStyle = ink('--amber-ink')
        canvas.lineWidth = 2 * fine
        canvas.stroke()
        canvas.fillStyle = ink('--amber-ink')
        canvas.font = face(14 * fine)
        canvas.textAlign = worst === shares.length - 1 ? 'right' : 'center'
        canvas.fillText(`${shortDay(days[worst] ?? '')}  ${share}`, x, y + 20 * fine)
      }),
    },
  }
}
