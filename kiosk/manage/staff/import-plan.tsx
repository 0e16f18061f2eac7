import type { JSX } from 'preact'
import { counterRanges } from '../../../gateway/contract/counter-ranges.ts'
import type { ImportedFields, StaffImportPlan } from '../../../gateway/contract/staff-import.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Light } from '../../shared/staff/marks.tsx'
import { say } from './words.ts'

interface ImportPlanProps {
  plan: StaffImportPlan
  fileName: string
  busy: boolean
  /** Why nothing can be done now, in words; null = it can. */
  blocked: string | null
  onCarryOut: () => void
  onForget: () => void
}

/** What a table of people would do: counted, and each row by name, before anything is done. */
export function ImportPlan({ plan, fileName, busy, blocked, onCarryOut, onForget }: ImportPlanProps): JSX.Element {
  const { added, changed, unchanged, refused, unknownCounters, absent, notes, unknownHeadings } = plan
  const figures = [
    ['added', added.length],
    ['changed', changed.length],
    ['unchanged', unchanged],
    ['refused', refused.length],
    ['unknown', unknownCounters.length],
    ['absent', absent],
  ] as const
  const remarks = [
    ...notes,
    ...(unknownCounters.length > 0 ? [say('import.unknownCounters', { ids: counterRanges(unknownCounters) })] : []),
    ...(unknownHeadings.length > 0 ? [say('import.headings', { names: unknownHeadings.join('、') })] : []),
  ]
  const nothing = added.length + changed.length === 0
  return (
    <section class="card staff-plan">
      <div class="card-head">
        <h2>{say('import.preview')}</h2>
        <small>{fileName}</small>
      </div>
      <dl class="staff-figures">
        {figures.map(([name, count]) => (
          <div key={name} class={count === 0 ? 'none' : name === 'refused' || name === 'unknown' ? 'amber' : ''}>
            <dt>{say(`import.figures.${name}`)}</dt>
            <dd class="num">{count}</dd>
          </div>
        ))}
      </dl>
      <div class="staff-plan-rows">
        {remarks.length > 0 && (
          <ul class="staff-remarks">
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        )}
        {refused.length > 0 && (
          <Rows title={say('import.refusedRows')}>
            {refused.map(({ row, number, message }) => (
              <tr key={`${row} ${message}`} class="staff-refused">
                <td class="num">{say('import.row', { row })}</td>
                <td class="num">{number ?? '—'}</td>
                <td colSpan={4}>
                  <Light light="warning" size={16} /> {message}
                </td>
              </tr>
            ))}
          </Rows>
        )}
        {changed.length > 0 && (
          <Rows title={say('import.changedRows')}>
            {changed.map(({ row, number, before, after }) => (
              <tr key={row}>
                <td class="num">{say('import.row', { row })}</td>
                <td class="num">
                  <b>{number}</b>
                </td>
                {cells.map(([name, words]) => (
                  <td key={name}>
                    <Change before={words(before)} after={words(after)} />
                  </td>
                ))}
              </tr>
            ))}
          </Rows>
        )}
        {added.length > 0 && (
          <Rows title={say('import.addedRows')}>
            {added.map(({ row, number, after }) => (
              <tr key={row}>
                <td class="num">{say('import.row', { row })}</td>
                <td class="num">
                  <b>{number}</b>
                </td>
                {cells.map(([name, words]) => (
                  <td key={name}>{words(after)}</td>
                ))}
              </tr>
            ))}
          </Rows>
        )}
      </div>
      <footer class="staff-foot">
        <small>{added.length > 0 && say('import.codesLater', { count: added.length })}</small>
        <span class="grow" />
        <Button label={say('import.forget')} onPress={onForget} />
        <Button
          label={
            nothing
              ? say('import.carryOut')
              : say('import.carryOutCounts', { added: added.length, changed: changed.length })
          }
          look="main"
          busy={busy}
          blocked={blocked ?? (nothing ? say('import.nothing') : null)}
          onPress={onCarryOut}
        />
      </footer>
    </section>
  )
}

const cells: readonly (readonly [name: string, words: (of: ImportedFields) => string])[] = [
  ['name', ({ name }) => name],
  ['department', ({ department }) => department ?? '—'],
  ['roles', ({ roles }) => roles.map((role) => say(`roles.${role}`)).join('、')],
  [
    'counters',
    ({ counters, roles }) => {
      if (!roles.includes('clerk')) return '—'
      if (counters === null) return say('allCounters')
      return counters.length === 0 ? '—' : say('counters', { ranges: counterRanges(counters) })
    },
  ],
]

const Change = ({ before, after }: { before: string; after: string }): JSX.Element =>
  before === after ? (
    <span>{after}</span>
  ) : (
    <span class="staff-moved">
      <del>{before}</del>
      <ins>{after}</ins>
    </span>
  )

function Rows({ title, children }: { title: string; children: JSX.Element[] }): JSX.Element {
  return (
    <table>
      <caption>
        {title} <span class="num">{children.length}</span>
      </caption>
      <thead class="staff-plan-head">
        <tr>
          <th>{say('import.rowTitle')}</th>
          {(['number', 'name', 'department', 'roles', 'counters'] as const).map((column) => (
            <th key={column}>{say(`columns.${column}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
