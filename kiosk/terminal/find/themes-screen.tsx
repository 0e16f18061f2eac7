import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { facts, themeName } from '../hall-facts.ts'
import type { Session } from '../session.ts'
import { say } from '../words.ts'

const groups = ['person', 'business'] as const
type Group = (typeof groups)[number]
const wordOf = (group: Group): string => say(group === 'person' ? 'themesPerson' : 'themesBusiness')

/** By what happens: the life of a person, the life of a company. In large letters within a low reach there is room for one of them. */
export function ThemesScreen({
  session: { press, elder, low },
  wide,
}: {
  session: Session
  wide: boolean
}): JSX.Element {
  const open = useSignal<Group>('person')
  const isOne = elder.value && low.value && !wide
  const other: Group = open.value === 'person' ? 'business' : 'person'
  const group = (wanted: Group) => facts.value.themes.filter((theme) => theme.group === wanted)
  return (
    <main class="screen browse themes">
      <div class="above">
        <h1 class="serif">{say('themesTitle')}</h1>
      </div>
      <div class="below">
        {(isOne ? [open.value] : groups).map((one) => (
          <section key={one}>
            <h2 class="caption">{wordOf(one)}</h2>
            <div class="tiles three-wide">
              {group(one).map((theme) => (
                <button
                  type="button"
                  class="tile"
                  key={theme.id}
                  onClick={() => press({ type: 'list', list: { by: 'theme', id: theme.id } })}
                >
                  <span>
                    <b>{themeName(theme)}</b>
                    <small>{say('mattersCount', { count: theme.matters.length })}</small>
                  </span>
                </button>
              ))}
            </div>
          </section>
        ))}
        {isOne && (
          <button type="button" class="outlined other-group" onClick={() => void (open.value = other)}>
            {wordOf(other)}
          </button>
        )}
      </div>
    </main>
  )
}
