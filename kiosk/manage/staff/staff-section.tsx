import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { SectionProps } from '../section-props.ts'
import { ImportTab } from './import-tab.tsx'
import { PeopleTab } from './people-tab.tsx'
import { PostsTab } from './posts-tab.tsx'
import { useCounters, useStaff } from './use-staff.ts'
import { say } from './words.ts'
import './staff-section.css'

type Place = { tab: 'people'; number: string | null } | { tab: 'posts' } | { tab: 'import' }

/** Who works here, what each role may, and a whole list of people brought in at once. */
export function StaffSection(props: SectionProps): JSX.Element {
  const staff = useStaff()
  const counters = useCounters()
  const [place, go] = useState<Place>({ tab: 'people', number: null })
  if (staff.rows === null) return <p class="manage-still">{staff.stale ? say('stale') : say('reading')}</p>
  const people = staff.rows.filter(({ state }) => state !== 'off').length
  const tabs = (
    <nav class="staff-tabs">
      <button
        type="button"
        aria-current={place.tab === 'people' ? 'page' : undefined}
        onClick={() => go({ tab: 'people', number: null })}
      >
        {say('title')} <span class="num">{people}</span>
      </button>
      <button
        type="button"
        aria-current={place.tab === 'posts' ? 'page' : undefined}
        onClick={() => go({ tab: 'posts' })}
      >
        {say('posts.title')}
      </button>
      <button type="button" onClick={() => props.open('devices')}>
        {say('devices')}
      </button>
    </nav>
  )
  switch (place.tab) {
    case 'people':
      return (
        <PeopleTab
          {...props}
          staff={staff}
          counters={counters.map(({ id }) => id)}
          first={place.number}
          tabs={tabs}
          onImport={() => go({ tab: 'import' })}
        />
      )
    case 'posts':
      return (
        <PostsTab
          rows={staff.rows}
          counters={counters}
          tabs={tabs}
          onPerson={(number) => go({ tab: 'people', number })}
        />
      )
    case 'import':
      return (
        <ImportTab
          {...props}
          onClose={() => {
            staff.look()
            go({ tab: 'people', number: null })
          }}
        />
      )
  }
}
