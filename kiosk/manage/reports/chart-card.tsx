import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../../../display/shared/icons.tsx'
import { say } from './words.ts'

export interface FigureTable {
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

interface ChartCardProps {
  name: string
  title: string
  note?: string | undefined
  legend?: ComponentChildren
  /** What the chart shows, to be read figure by figure; it takes the chart's place. */
  table: FigureTable | null
  children: ComponentChildren
}

/** A chart that turns into a real table in its place. */
export function ChartCard({ name, title, note, legend, table, children }: ChartCardProps): JSX.Element {
  const [isTable, setTable] = useState(false)
  return (
    <section class={`card report-card report-${name}`} aria-label={title}>
      <div class="card-head">
        <h2>{title}</h2>
        {note !== undefined && <small>{note}</small>}
        <span class="grow" />
        {!isTable && legend}
        {table && (
          <button type="button" class="as-table" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            <Icon name="table" size={18} />
            {isTable ? say('chart') : say('table')}
          </button>
        )}
      </div>
      {isTable && table ? <FigureRows table={table} /> : <div class="report-inside">{children}</div>}
    </section>
  )
}

/** The first column names the row. */
export const FigureRows = ({ table: { head, rows } }: { table: FigureTable }): JSX.Element => (
  <div class="figure-scroll" tabIndex={0}>
    <table class="figure-table">
      <thead>
        <tr>
          {head.map((word) => (
            <th scope="col" key={word}>
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...figures], nth) => (
          <tr key={nth}>
            <th scope="row">{name}</th>
            {figures.map((one, place) => (
              <td key={place}>{one}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
