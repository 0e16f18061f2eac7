import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { actorWords } from '../../../gateway/contract/actor-words.ts'
import { timeAt } from '../../../gateway/contract/hall-time.ts'
import type { DepartmentMap } from '../../../gateway/contract/matter-edits.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Tag } from '../../shared/staff/marks.tsx'
import { say } from './words.ts'

type Row = DepartmentMap['items'][number]
export interface MapOrder {
  department: string
  to: string | null
  queueId: string
}
interface DepartmentsProps {
  map: DepartmentMap
  timeZone: string
  blocked: string | null
  busy: boolean
  onMap: (order: MapOrder) => void
  onBack: (editId: string) => void
}

/** Departments whose matters nobody can take a number for, those with most first: one press gives them a queue. */
export function DepartmentsCard({ map, timeZone, blocked, busy, onMap, onBack }: DepartmentsProps): JSX.Element {
  const open = map.items.filter(({ without }) => without > 0)
  const taken = new Set(map.history.map(({ undoes }) => undoes))
  return (
    <div class="map-board">
      <section class="card">
        <div class="card-head">
          <h2>{say('departments.title')}</h2>
          <small>{say('departments.says')}</small>
        </div>
        <ul class="map-rows">
          {open.map((row) => (
            <MapRow key={row.department} row={row} map={map} blocked={blocked} busy={busy} onMap={onMap} />
          ))}
          {open.length < map.items.length && (
            <li class="map-whole">{say('departments.more', { count: map.items.length - open.length })}</li>
          )}
        </ul>
      </section>
      <section class="card matter-history">
        <div class="card-head">
          <h2>{say('departments.history')}</h2>
        </div>
        {map.history.length === 0 && <p class="card-empty">{say('departments.none')}</p>}
        <ul>
          {map.history.map(({ editId, at, by, what, count, undoes, lines }) => (
            <li key={editId}>
              <b class="num">{timeAt(at, timeZone).slice(5, 16)}</b>
              <span>
                {undoes === null
                  ? say('departments.change', {
                      by: actorWords(by),
                      name: what.name,
                      count,
                      line: `${lines[0]?.where ?? ''} ${lines[0]?.after ?? ''}`,
                    })
                  : say('departments.changeUndone', { by: actorWords(by), name: what.name, count })}
              </span>
              {undoes === null && !taken.has(editId) && (
                <button type="button" class="link" onClick={() => onBack(editId)}>
                  {say('departments.back')}
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function MapRow({
  row,
  map,
  blocked,
  busy,
  onMap,
}: Omit<DepartmentsProps, 'timeZone' | 'onBack'> & { row: Row }): JSX.Element {
  const [queueId, setQueue] = useState(row.likely[0] ?? '')
  const [to, setTo] = useState('')
  const { department, name, isOurs, matters, without, names } = row
  return (
    <li>
      <div class="map-name">
        <b>{name}</b>
        {!isOurs && <Tag tone="amber">{say('departments.notOurs')}</Tag>}
        <small>
          {say('departments.all', { count: matters })} · {say('departments.without', { count: without })}：
          {names.join('、')}
        </small>
      </div>
      {!isOurs && (
        <select
          class="entry"
          aria-label={say('departments.to')}
          value={to}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        >
          <option value="">{say('departments.stays')}</option>
          {map.departments.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      )}
      <select
        class="entry"
        aria-label={say('departments.queue')}
        value={queueId}
        onChange={({ currentTarget }) => setQueue(currentTarget.value)}
      >
        <option value="">{say('departments.pick')}</option>
        {map.queues.map((one) => (
          <option key={one.id} value={one.id}>
            {one.id} {one.name}
          </option>
        ))}
      </select>
      <Button
        label={say('departments.give')}
        busy={busy}
        blocked={blocked ?? (queueId === '' ? say('departments.pick') : null)}
        onPress={() => onMap({ department, to: to === '' ? null : to, queueId })}
      />
    </li>
  )
}
