import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ImportPlanView } from '../../../gateway/contract/catalogue-imports.ts'
import { Button } from '../../shared/staff/button.tsx'
import { PlanDepartments } from './plan-departments.tsx'
import { rowsWords, say } from './words.ts'

interface PlanCardProps {
  plan: ImportPlanView
  busy: boolean
  /** Why nothing can be done now, in words; null = it can. */
  blocked: string | null
  onCarryOut: (agreed: { suspicious: boolean; removals: boolean }) => void
  onForget: () => void
  /** The source's departments → the hall's ids. */
  onMatch: (departments: Record<string, string>) => void
}

/** What an uploaded file would change, counted and by name, before anything is changed. */
export function PlanCard({ plan, busy, blocked, onCarryOut, onForget, onMatch }: PlanCardProps): JSX.Element {
  const [suspicious, setSuspicious] = useState(false)
  const [removals, setRemovals] = useState(false)
  const changes =
    plan.added.total +
    plan.changed.total +
    (removals ? plan.removed.total : 0) -
    (suspicious ? 0 : plan.suspicious.total)
  const figures = [
    [say('added'), plan.added.total],
    [say('changed'), plan.changed.total],
    [say('unchanged'), plan.unchanged],
    [say('removed'), plan.removed.total],
    [say('suspicious'), plan.suspicious.total],
    [say('rejected'), plan.rejected.reduce((sum, { total }) => sum + total, 0)],
  ] as const
  return (
    <section class="card plan-card">
      <div class="card-head">
        <h2>{plan.source}</h2>
        <small>{say('rows', { count: plan.rows })}</small>
      </div>
      <dl class="plan-figures">
        {figures.map(([name, count]) => (
          <div key={name} class={count === 0 ? 'none' : ''}>
            <dt>{name}</dt>
            <dd class="num">{count}</dd>
          </div>
        ))}
      </dl>
      <div class="plan-lists">
        {plan.manyRemoved && <p class="plan-warning">{say('manyRemoved')}</p>}
        <Lines
          title={say('suspicious')}
          total={plan.suspicious.total}
          lines={plan.suspicious.first.map(({ name, reason }) => `${name}：${reason}`)}
        />
        <Lines
          title={say('rejected')}
          lines={plan.rejected.map(
            ({ reason, total, rows }) => `${reason} · ${say('matters', { count: total })}（${rowsWords(rows, total)}）`,
          )}
        />
        <Lines title={say('removed')} total={plan.removed.total} lines={plan.removed.first} />
        <Lines title={say('changed')} total={plan.changed.total} lines={plan.changed.first} />
        <Lines title={say('added')} total={plan.added.total} lines={plan.added.first} />
        {plan.notes.length > 0 && (
          <ul class="plan-notes">
            {plan.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <PlanDepartments plan={plan} busy={busy || blocked !== null} onMatch={onMatch} />
        <Lines title={say('unknownHeadings')} lines={plan.unknownHeadings} />
        <Lines
          title={say('missing')}
          lines={plan.missing.map(({ column, total }) => `${column} · ${say('matters', { count: total })}`)}
        />
        <Lines title={say('sheets')} lines={plan.ignoredSheets} />
      </div>
      <footer class="plan-foot">
        {plan.suspicious.total > 0 && (
          <Tick checked={suspicious} onTick={setSuspicious}>
            {say('takeSuspicious')}
          </Tick>
        )}
        {plan.removed.total > 0 && (
          <Tick checked={removals} onTick={setRemovals}>
            {say('takeRemovals')}
          </Tick>
        )}
        <span class="grow" />
        <Button label={say('forget')} onPress={onForget} />
        <Button
          label={say('carryOut')}
          look="main"
          busy={busy}
          blocked={blocked ?? (changes === 0 ? say('nothing') : null)}
          onPress={() => onCarryOut({ suspicious, removals })}
        />
      </footer>
    </section>
  )
}

function Lines({
  title,
  lines,
  total = lines.length,
}: {
  title: string
  lines: readonly string[]
  total?: number
}): JSX.Element | null {
  if (lines.length === 0) return null
  return (
    <details open={total <= 12}>
      <summary>
        {title} <span class="num">{total}</span>
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {total > lines.length && <li>{say('more', { count: total - lines.length })}</li>}
      </ul>
    </details>
  )
}

const Tick = ({
  checked,
  onTick,
  children,
}: {
  checked: boolean
  onTick: (on: boolean) => void
  children: ComponentChildren
}): JSX.Element => (
  <label class="plan-tick">
    <input type="checkbox" checked={checked} onChange={(event) => onTick(event.currentTarget.checked)} /> {children}
  </label>
)
