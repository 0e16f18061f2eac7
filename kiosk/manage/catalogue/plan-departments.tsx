import type { JSX } from 'preact'
import type { ImportPlanView } from '../../../gateway/contract/catalogue-imports.ts'
import { say } from './words.ts'

interface PlanDepartmentsProps {
  plan: ImportPlanView
  busy: boolean
  onMatch: (departments: Record<string, string>) => void
}

/** Departments of the file that the hall does not know by name: a person says which of its own they are, once for each source. */
export function PlanDepartments({ plan, busy, onMatch }: PlanDepartmentsProps): JSX.Element | null {
  const said = new Map(plan.matched.map(({ name, id }) => [name, id]))
  const found = plan.matched.filter(({ name, id }) => id !== '' && !plan.strange.some((one) => one.name === name))
  const rows = [...plan.strange, ...found.map(({ name }) => ({ name, matters: null }))]
  if (rows.length === 0) return null
  return (
    <details open>
      <summary>
        {say('strange')} <span class="num">{plan.strange.length}</span>
      </summary>
      <p class="plan-hint">{say('strangeHint')}</p>
      <ul class="plan-departments">
        {rows.map(({ name, matters }) => (
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
                onChange={(event) => onMatch({ ...Object.fromEntries(said), [name]: event.currentTarget.value })}
              >
                <option value="">{say('notOurs')}</option>
                {plan.departments.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}
