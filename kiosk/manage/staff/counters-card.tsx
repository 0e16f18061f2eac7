import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { counterRanges } from '../../../gateway/contract/counter-ranges.ts'
import type { StaffRow } from '../../../gateway/contract/staff.ts'
import { Light } from '../../shared/staff/marks.tsx'
import { type CounterGroup, counterGroups } from './counter-groups.ts'
import type { PlacedCounter } from './use-staff.ts'
import { say } from './words.ts'

interface CountersCardProps {
  /** Those who work at counters. */
  people: readonly StaffRow[]
  counters: readonly PlacedCounter[]
  typed: string
  onPerson: (number: string) => void
}
const filters = ['all', 'empty', 'now'] as const

/** Who may sit where: neighbouring counters with the same people in one row; those of nobody stand first. */
export function CountersCard({ people, counters, typed, onPerson }: CountersCardProps): JSX.Element {
  const [filter, setFilter] = useState<(typeof filters)[number]>('all')
  const everywhere = people.filter((one) => one.counters === null)
  const groups = counterGroups(counters, people)
  const empty = groups.filter((group) => group.people.length === 0 && everywhere.length === 0)
  const fits: Record<(typeof filters)[number], (group: CounterGroup) => boolean> = {
    all: () => true,
    empty: (group) => empty.includes(group),
    now: (group) => group.people.some(({ state }) => state === 'in'),
  }
  const word = /^\d+/.exec(typed.trim())?.[0] ?? typed.trim()
  const shown = groups.filter((group) =>
    word === ''
      ? fits[filter](group)
      : group.counters.includes(word) ||
        group.zone.includes(word) ||
        group.people.some(({ number, name }) => number.includes(word) || name.includes(word)),
  )
  const many = (of: readonly CounterGroup[]): number => of.reduce((sum, group) => sum + group.counters.length, 0)
  return (
    <section class="card posts-card">
      <div class="card-head">
        <h2>{say('posts.where')}</h2>
        <span class="grow" />
        {filters.map((one) => (
          <button
            type="button"
            class="staff-filter"
            key={one}
            aria-pressed={filter === one}
            onClick={() => setFilter(one)}
          >
            {say(`posts.filters.${one}`)} <span class="num">{many(groups.filter(fits[one]))}</span>
          </button>
        ))}
      </div>
      {everywhere.length > 0 && (
        <p class="posts-everywhere">
          {say('posts.everywhere')}
          <People people={everywhere} onPerson={onPerson} />
        </p>
      )}
      {shown.length === 0 && <p class="card-empty">{say('nothingFound')}</p>}
      <ul class="posts-counters">
        {shown.map((group) => (
          <li key={`${group.zone} ${group.counters[0]}`}>
            <b class="num">{say('counters', { ranges: counterRanges(group.counters) })}</b>
            <small>{group.zone}</small>
            <span>
              {group.people.length > 0 ? (
                <People people={group.people} onPerson={onPerson} />
              ) : empty.includes(group) ? (
                <em>
                  <Light light="warning" size={16} /> {say('posts.nobodyHere')}
                </em>
              ) : (
                <small>{say('posts.onlyThose')}</small>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const MOST = 12
function People({
  people,
  onPerson,
}: {
  people: readonly StaffRow[]
  onPerson: (number: string) => void
}): JSX.Element {
  return (
    <>
      {people.slice(0, MOST).map(({ number, name, state }) => (
        <button type="button" class="posts-person" key={number} onClick={() => onPerson(number)}>
          {state === 'in' && <Light light="ok" size={12} word={say('states.in')} />}
          {name} <span class="num">{number}</span>
        </button>
      ))}
      {people.length > MOST && <small>{say('posts.more', { count: people.length - MOST })}</small>}
    </>
  )
}
