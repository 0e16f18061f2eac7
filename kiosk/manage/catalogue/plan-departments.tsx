import type { JSX } from 'preact'
import type { ImportPlanView } from '../../../gateway/contract/catalogue-imports.ts'
import { Button } from '../../shared/staff/button.tsx'
import { say } from './words.ts'

interface PlanDepartmentsProps {
  plan: ImportPlanView
  busy: boolean
  onMatch: (departments: Record<string, string>) => void
}

/** Departments of the file that the hall does not know by name: a person says which of its own they are, once for each source. */
export function PlanDepartments({ plan, busy, onMatch }: PlanDepartmentsProps): JSX.Element | null {
  const { first: unknown, total } = plan.unknown
  const said = new Map(plan.matched.map(({ name, id }) => [name, id]))
  const found = plan.matched.filter(({ name, id }) => id !== '' && !unknown.some((one) => one.name === name))
  const rows = [...unknown, ...found.map(({ name }) => ({ name, matters: null, likely: [] }))]
  if (rows.length === 0) return null
  const nameOf = new Map(plan.departments.map(({ id, name }) => [id, name]))
  const match = (more: Record<string, string>): void => onMatch({ ...Object.fromEntries(said), ...more })
  // Where two fit nobody but a person knows, and what was said stands.
  const open = unknown.flatMap(({ name, likely: [only, other] }): [string, string][] =>
    only === undefined || other !== undefined || said.has(name) ? [] : [[name, only]],
  )
  return (
    <details open>
      <summary>
        {say('unknown')} <span class="num">{total}</span>
      </summary>
      <p class="plan-hint">{say('unknownHint')}</p>
      {open.length > 1 && (
        <Button
          label={say('takeLikely', { count: open.length })}
          busy={busy}
          onPress={() => match(Object.fromEntries(open))}
        />
      )}
      <ul class="plan-departments">
        {rows.map(({ name, matters, likely }) => (
          <li key={name}>
            <label>
              <span>
                {name}
                {matters !== null && <small>{say('matters', { count: matters })}</small>}
              </span>
              <select
                class="entry"
                disabled={busy}
                value={said.get(name) ?? ''}
                onChange={(event) => match({ [name]: event.currentTarget.value })}
              >
                <option value="">{say('notOurs')}</option>
                {plan.departments.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            </label>
            {likely.length > 0 && (
              <p class="plan-likely">
                {say('likely')}
                {likely.map((id) => (
                  <Button key={id} label={nameOf.get(id)} busy={busy} onPress={() => match({ [name]: id })} />
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
      {total > unknown.length && <p class="plan-hint">{say('more', { count: total - unknown.length })}</p>}
    </details>
  )
}
