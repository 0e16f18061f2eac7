import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { counterRanges } from '../../../gateway/contract/counter-ranges.ts'
import type { StaffRow, StaffState } from '../../../gateway/contract/staff.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { Light, type LightName, Tag } from '../../shared/staff/marks.tsx'
import { needsPhone } from './pick-staff.ts'
import { say, whenWords } from './words.ts'

export const lightOf: Record<StaffState, LightName> = { in: 'ok', out: 'off', locked: 'warning', off: 'paused' }
const columns = ['number', 'name', 'roles', 'counters', 'signedIn', 'secondStep', 'state'] as const

interface StaffListProps {
  rows: readonly StaffRow[]
  chosen: string | null
  timeZone: string
  now: number
  onChoose: (number: string) => void
}

export function StaffList({ rows, chosen, timeZone, now, onChoose }: StaffListProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <div class="staff-table">
      <div class="staff-row staff-head">
        {columns.map((column) => (
          <span key={column}>{say(`columns.${column}`)}</span>
        ))}
      </div>
      <ul class="staff-rows" ref={list}>
        {rows.map((row) => (
          <li key={row.number}>
            <button
              type="button"
              class={`staff-row${row.state === 'off' ? ' staff-off' : ''}`}
              aria-current={row.number === chosen}
              onClick={() => onChoose(row.number)}
            >
              <b class="num staff-number">{row.number}</b>
              <b>{row.name}</b>
              <span>{row.roles.map((role) => say(`roles.${role}`)).join('、')}</span>
              <span class="num">{countersWords(row)}</span>
              <span>{row.signedInAt === null ? say('never') : whenWords(row.signedInAt, timeZone, now)}</span>
              <span class="staff-step">{stepOf(row)}</span>
              <span class="staff-step">
                <Light light={lightOf[row.state]} size={16} />
                {say(`states.${row.state}`)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function countersWords({ counters, roles }: StaffRow): string {
  if (!roles.includes('clerk')) return '—'
  if (counters === null) return say('allCounters')
  return counters.length === 0 ? '—' : say('counters', { ranges: counterRanges(counters) })
}
function stepOf(row: StaffRow): JSX.Element | string {
  if (row.secondStepAt !== null)
    return (
      <>
        <Icon name="shield" size={18} stroke={1.8} />
        {say('stepOn')}
      </>
    )
  return needsPhone(row) ? <Tag tone="amber">{say('stepOff')}</Tag> : '—'
}
