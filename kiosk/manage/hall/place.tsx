import type { JSX } from 'preact'
import type { SettingKey } from '../../../gateway/contract/hall-settings.ts'
import { Button } from '../../shared/staff/button.tsx'
import { type Path, patternOf, valueAt } from './draft.ts'
import { Field, Fields, type FormProps } from './fields.tsx'
import { exampleFor, wordsOf } from './key-words.ts'
import { listRows } from './tree-list.tsx'
import { type Spot, branches } from './tree.ts'
import { say } from './words.ts'

/** The fields of one place. */
export function Place({
  spot,
  onSpot,
  ...form
}: FormProps & { spot: Spot; onSpot: (spot: Spot) => void }): JSX.Element {
  const branch = branches.find(({ id }) => id === spot.branch) ?? branches[0]
  const part = branch.parts[0]
  const rows = branch.list ? listRows(form.parts[part]) : []
  const row = spot.row === null ? null : rows[spot.row]
  const pattern = `${part}[]`
  const add = (value: unknown): void => {
    form.onChange([part, rows.length], value)
    onSpot({ branch: spot.branch, row: rows.length })
  }
  return (
    <section class="card hall-form">
      <div class="card-head">
        {row && <b class="num hall-letter">{row.id}</b>}
        <h2>{row ? row.name || wordsOf(part).name : say(`branches.${branch.id}`)}</h2>
        <small>{branch.list && say(`branches.${branch.id}`)}</small>
        <span class="grow" />
        {branch.list && row && (
          <>
            <Button
              label={say('addLike')}
              onPress={() => add(likeRow(valueAt(form.parts, [part, row.row]), new Set(rows.map(({ id }) => id))))}
            />
            <Button
              label={say('removeThis')}
              onPress={() => {
                form.onChange([part, row.row], undefined)
                onSpot({ branch: spot.branch, row: Math.max(0, row.row - 1) })
              }}
            />
          </>
        )}
      </div>
      <div class="hall-form-body">
        {!branch.list && branch.parts.map((one) => <PartField key={one} part={one} {...form} />)}
        {branch.list && row && <Fields path={[part, row.row]} {...form} />}
        {branch.list && !row && (
          <>
            <p>{say('noRows')}</p>
            <Button label={say('addRow')} onPress={() => add(exampleFor(form.keys, pattern))} />
          </>
        )}
      </div>
    </section>
  )
}

function PartField({ part, ...form }: FormProps & { part: string }): JSX.Element | null {
  const path: Path = part.split('.')
  const setting = form.keys.find((key: SettingKey) => key.path === patternOf(path))
  return setting ? <Field path={path} setting={setting} {...form} /> : null
}

/** The same once more, under an id that nobody has. */
function likeRow(row: unknown, used: ReadonlySet<string>): unknown {
  if (typeof row !== 'object' || row === null || !('id' in row)) return row
  const stem = /^(.*?)(\d*)$/.exec(String(row.id))
  let nth = Number(stem?.[2] || 1)
  do nth += 1
  while (used.has(`${stem?.[1] ?? ''}${nth}`))
  return { ...row, id: `${stem?.[1] ?? ''}${nth}` }
}
