import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'

export type PlotOptions = Omit<uPlot.Options, 'width' | 'height'>

interface PlotProps {
  options: PlotOptions
  data: uPlot.AlignedData
  height: number
  /** What the chart shows, for who hears the page; its figures are in the table. */
  says: string
}

/** A chart of uPlot that is as wide as its place. Drawn anew when it is given other options or data. */
export function Plot({ options, data, height, says }: PlotProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = box.current
    if (!place) return
    const plot = new uPlot({ ...options, width: place.clientWidth, height }, data, place)
    const watch = new ResizeObserver(() => plot.setSize({ width: place.clientWidth, height }))
    watch.observe(place)
    // A canvas draws what it is given at once; the slices of a face come later, and until then its characters are empty boxes.
    const redraw = (): void => plot.redraw()
    document.fonts.addEventListener('loadingdone', redraw)
    return () => {
      document.fonts.removeEventListener('loadingdone', redraw)
      watch.disconnect()
      plot.destroy()
    }
  }, [options, data, height])
  return <div ref={box} class="plot" role="img" aria-label={says} style={{ height: `${height}px` }} />
}

/** Columns instead of a line; `size` as uPlot takes it: share of the step, most px. */
export function barsOf(size: [number, number], align: 0 | 1): Pick<uPlot.Series, 'paths'> {
  const paths = uPlot.paths.bars?.({ size, align })
  return paths ? { paths } : {}
}

/** A colour of the page, as its stylesheet names it. */
export const ink = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
/** The page's faces on a canvas, which knows no stylesheet; px of the page. */
export const face = (size: number, weight = 400): string =>
  `${weight} ${size}px ${getComputedStyle(document.documentElement).getPropertyValue('--num')}, sans-serif`

/** Lines and words over the curves: in the pixels of the canvas, which are finer than those of the page. */
export function drawOver(
  paint: (plot: uPlot, canvas: CanvasRenderingContext2D, fine: number) => void,
): uPlot.Hooks.Arrays {
  return {
    draw: [
      (plot) => {
        plot.ctx.save()
        // uPlot leaves the baseline of its axes behind: words over a bar would hang into it.
        plot.ctx.textBaseline = 'alphabetic'
        paint(plot, plot.ctx, devicePixelRatio)
        plot.ctx.restore()
      },
    ],
  }
}

/** An axis of whole steps, each with its own word; '' = none. */
export const wordAxis = (words: readonly string[]): uPlot.Axis => ({
  stroke: ink('--ink-3'),
  font: face(14),
  grid: { show: false },
  ticks: { show: false },
  splits: () => words.map((_, nth) => nth),
  values: () => [...words],
  size: 26,
  gap: 2,
})
export const figureAxis = (splits: readonly number[] | null = null): uPlot.Axis => ({
  stroke: ink('--ink-3'),
  font: face(14),
  grid: { stroke: ink('--sunken'), width: 1 },
  ticks: { show: false },
  size: 40,
  gap: 4,
  ...(splits ? { splits: () => [...splits] } : {}),
})
export const quiet: Pick<uPlot.Options, 'cursor' | 'legend'> = { cursor: { show: false }, legend: { show: false } }
