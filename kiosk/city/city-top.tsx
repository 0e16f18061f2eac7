import type { JSX } from 'preact'
import { Mark } from '../../display/shared/icons.tsx'
import type { CityBoard } from '../../gateway/contract/city.ts'
import { clockAt } from '../../gateway/contract/hall-time.ts'
import type { SignedInView } from '../../gateway/contract/sign-in.ts'
import { say } from './words.ts'
import { ZONE } from './zone.ts'

const tabs = ['halls', 'reports', 'sent'] as const
export type CityTab = (typeof tabs)[number]
export const tabIn = (hash: string): CityTab => tabs.find((tab) => hash === `#${tab}`) ?? 'halls'

interface Props {
  shown: CityBoard
  tab: CityTab
  /** Who signed in on this browser; null = nobody. */
  person: SignedInView | null
}

export function CityTop({ shown, tab, person }: Props): JSX.Element {
  const live = shown.halls.filter(({ state }) => state === 'live').length
  return (
    <header class="top">
      <Mark size={36} />
      <b class="serif">{shown.name}</b>
      <span class="part">{say('all')}</span>
      <nav>
        {tabs.map((one) => (
          <a
            key={one}
            href={`#${one}`}
            class={one === tab ? 'now' : ''}
            aria-current={one === tab ? 'page' : undefined}
          >
            {say(`tab.${one}`)}
          </a>
        ))}
      </nav>
      <span class="space" />
      <span class={live === shown.halls.length ? 'tag good' : 'tag amiss'}>
        {say('live', { live, halls: shown.halls.length })}
      </span>
      {person === null ? (
        <a href="/sign-in?to=/">{say('signIn')}</a>
      ) : (
        <span class="who">{say('who', { name: person.name, number: person.number })}</span>
      )}
      <time class="num">{clockAt(shown.now, ZONE)}</time>
    </header>
  )
}
