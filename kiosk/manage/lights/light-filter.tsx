import type { JSX } from 'preact'
import type { Light as LightColour } from '../../../gateway/contract/cases.ts'
import { severityOf } from './severity.ts'
import { KeyCap, Light } from '../../shared/staff/marks.tsx'
import type { WatchedList } from '../../../gateway/contract/watched-cases.ts'
import { lightNameOf, say } from './words.ts'

export const colours = ['red', 'yellow', 'paused', 'green'] as const

interface Props {
  list: WatchedList
  shown: ReadonlySet<LightColour>
  department: string | null
  onToggle: (light: LightColour) => void
  onDepartment: (name: string | null) => void
}

/** Which lights are looked at, and of which department. */
export function LightFilter({ list, shown, department, onToggle, onDepartment }: Props): JSX.Element {
  const { counts } = list
  const departments = departmentsOf(list)
  return (
    <aside class="light-side">
      <section class="card">
        <div class="card-head">
          <h2>{say('lights')}</h2>
          <small>{say('openCases', { count: counts.red + counts.yellow + counts.paused + counts.green })}</small>
        </div>
        {colours.map((light) => (
          <label key={light} class="light-tick">
            <input type="checkbox" checked={shown.has(light)} onChange={() => onToggle(light)} />
            <Light light={lightNameOf[light]} size={18} />
            {say(light)}
            <b class="num">{counts[light]}</b>
          </label>
        ))}
      </section>
      <section class="card light-departments">
        <div class="card-head">
          <h2>{say('departments')}</h2>
          <small>{say('departmentCount', { count: departments.length })}</small>
        </div>
        <ul>
          {departments.map(({ name, worst, count }) => (
            <li key={name}>
              <button
                type="button"
                title={name}
                aria-pressed={department === name}
                onClick={() => onDepartment(department === name ? null : name)}
              >
                <span>{name}</span>
                <Light light={lightNameOf[worst]} size={14} />
                <b class="num">{count}</b>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <p class="light-keys">
        <span>
          <KeyCap>↑ ↓</KeyCap> {say('other')}
        </span>
        <span>
          <KeyCap>C</KeyCap> {say('urge')}
        </span>
        <span>
          <KeyCap>J</KeyCap> {say('answer')}
        </span>
      </p>
    </aside>
  )
}

/** Each department with how many it has, and its worst light; the worst first. */
function departmentsOf({ items }: WatchedList): { name: string; worst: LightColour; count: number }[] {
  const found = new Map<string, { name: string; worst: LightColour; count: number }>()
  for (const { departmentName: name, light } of items) {
    const before = found.get(name)
    if (before === undefined) found.set(name, { name, worst: light, count: 1 })
    else {
      before.count += 1
      if (severityOf(light) > severityOf(before.worst)) before.worst = light
    }
  }
  return [...found.values()].sort(
    (one, other) => severityOf(other.worst) - severityOf(one.worst) || other.count - one.count,
  )
}
