import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { SettingFault } from '../../../gateway/contract/hall-settings.ts'
import type { Parts } from './draft.ts'
import { type Branch, type Spot, branches, spotOf } from './tree.ts'
import { say } from './words.ts'

const SHOWN = 12

interface TreeProps {
  parts: Parts
  spot: Spot
  faults: readonly SettingFault[]
  /** Parts with changes that are not saved. */
  changed: ReadonlySet<string>
  onSpot: (spot: Spot) => void
}

/** Everything that can be set, and in lists each row. */
export function TreeList({ parts, spot, faults, changed, onSpot }: TreeProps): JSX.Element {
  const [sought, setSought] = useState('')
  const rowsOf = (branch: Branch): { id: string; name: string; row: number }[] =>
    branch.list ? listRows(parts[branch.parts[0] ?? '']) : []
  const wanted = (text: string): boolean => sought === '' || text.toLowerCase().includes(sought.toLowerCase())
  const faultsAt = (at: Spot): number =>
    faults.filter(({ key }) => {
      const there = spotOf(key)
      return there.branch === at.branch && (at.row === null || there.row === at.row)
    }).length
  return (
    <nav class="card hall-tree" aria-label={say('tree')}>
      <input
        class="entry"
        value={sought}
        placeholder={say('search')}
        aria-label={say('search')}
        onInput={({ currentTarget }) => setSought(currentTarget.value)}
      />
      {branches.map((branch) => {
        const rows = rowsOf(branch)
        const isOpen = spot.branch === branch.id
        const found = rows.filter(({ id, name }) => wanted(`${id} ${name}`))
        const isWanted = wanted(say(`branches.${branch.id}`))
        if (!isWanted && found.length === 0) return null
        const shown = sought !== '' && !isWanted ? found : isOpen ? rows : []
        const many = sought === '' ? around(shown, spot.row ?? 0) : shown.slice(0, SHOWN)
        const wrong = faultsAt({ branch: branch.id, row: null })
        return (
          <div key={branch.id}>
            <button
              type="button"
              class="hall-branch"
              aria-current={isOpen && !branch.list ? 'page' : undefined}
              aria-expanded={branch.list ? isOpen : undefined}
              onClick={() => onSpot({ branch: branch.id, row: branch.list ? 0 : null })}
            >
              {say(`branches.${branch.id}`)}
              {(branch.parts as readonly string[]).some((part) => changed.has(part)) && <i class="hall-dot" />}
              <span class="grow" />
              {wrong > 0 ? (
                <span class="hall-count-wrong">{say('wrong', { count: wrong })}</span>
              ) : (
                branch.list && <span class="num hall-count">{rows.length}</span>
              )}
            </button>
            {many.map(({ id, name, row }) => (
              <button
                type="button"
                key={row}
                class="hall-leaf"
                aria-current={isOpen && spot.row === row ? 'page' : undefined}
                onClick={() => onSpot({ branch: branch.id, row })}
              >
                <b class="num">{id}</b>
                <span>{name}</span>
                {faultsAt({ branch: branch.id, row }) > 0 && <i class="hall-dot-wrong" />}
              </button>
            ))}
            {shown.length > many.length && (
              <p class="hall-more">{say('more', { count: shown.length - many.length })}</p>
            )}
          </div>
        )
      })}
    </nav>
  )
}

/** A dozen rows with the open one among them. */
function around<T>(rows: readonly T[], open: number): T[] {
  const from = Math.max(0, Math.min(open - SHOWN / 2, rows.length - SHOWN))
  return rows.slice(from, from + SHOWN)
}

export function listRows(value: unknown): { id: string; name: string; row: number }[] {
  return Array.isArray(value)
    ? value.map((one: unknown, row) => {
        const { id, name, floor, part, text } = (typeof one === 'object' && one !== null ? one : {}) as Record<
          string,
          unknown
        >
        return { id: String(id ?? floor ?? row + 1), name: String(name ?? part ?? text ?? ''), row }
      })
    : []
}
