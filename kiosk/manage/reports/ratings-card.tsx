import type { JSX } from 'preact'
import type { ReportView } from '../../../gateway/contract/reports.ts'
import { ChartCard } from './chart-card.tsx'
import { say, whole } from './words.ts'

const grades = ['five', 'four', 'three', 'two', 'one'] as const
const REASONS_SHOWN = 3
type Reason = 'waited-long' | 'papers-not-told' | 'told-differently' | 'unkind' | 'money' | 'other'

/** All five grades, and what those who were not content said. */
export function RatingsCard({ report }: { report: ReportView }): JSX.Element {
  const { whole: row, stars, reasons } = report
  const lines = grades.map((grade, nth) => ({ name: say(`ratings.stars.${grade}`), many: stars[4 - nth] ?? 0, nth }))
  const most = Math.max(1, ...lines.map(({ many }) => many))
  const said = Object.entries(reasons)
    .map(([reason, many]) => ({ reason: reason as Reason, many }))
    .filter(({ many }) => many > 0)
    .sort((one, other) => other.many - one.many)
  const table = {
    head: [say('ratings.grade'), say('ratings.many')],
    rows: [
      ...lines.map(({ name, many }) => [name, whole(many)]),
      ...said.map(({ reason, many }) => [say(`ratings.reasons.${reason}`), whole(many)]),
    ],
  }
  const share = row.finished === 0 ? '—' : ((100 * row.ratings) / row.finished).toFixed(1)
  return (
    <ChartCard
      name="ratings"
      title={say('ratings.title')}
      note={row.ratings > 0 ? say('ratings.note', { many: whole(row.ratings), share }) : undefined}
      table={row.ratings > 0 ? table : null}
    >
      {row.ratings === 0 ? (
        <p class="card-empty">{say('ratings.none')}</p>
      ) : (
        <div class="ratings-both">
          <dl class="ratings-bars">
            {lines.map(({ name, many, nth }) => (
              <div key={name} class={nth > 2 ? 'ratings-low' : undefined}>
                <dt>{name}</dt>
                <dd>
                  <span>
                    <i style={{ width: `${(100 * many) / most}%` }} />
                  </span>
                  <b>{whole(many)}</b>
                </dd>
              </div>
            ))}
          </dl>
          <div class="ratings-said">
            <p class="big-figure">
              <b>{row.content === null ? '—' : (100 * row.content).toFixed(1)} %</b>
              {say('ratings.content')}
            </p>
            {row.grievances === 0 ? (
              <p class="quiet">{say('ratings.noneBad')}</p>
            ) : (
              <>
                <p class="quiet">{say('ratings.bad', { many: whole(row.grievances) })}</p>
                {said.slice(0, REASONS_SHOWN).map(({ reason, many }) => (
                  <p key={reason} class="said-line">
                    <span>{say(`ratings.reasons.${reason}`)}</span>
                    <b>{whole(many)}</b>
                  </p>
                ))}
              </>
            )}
          </div>
        </div>
      )}
    </ChartCard>
  )
}
