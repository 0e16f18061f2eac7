import type { JSX } from 'preact'
import { facts, themeName } from '../hall-facts.ts'
import type { Session } from '../session.ts'
import { say } from '../words.ts'

/** By what happens: the life of a person, the life of a company. */
export function ThemesScreen({ session: { press } }: { session: Session }): JSX.Element {
  const group = (wanted: 'person' | 'business') => facts.value.themes.filter((theme) => theme.group === wanted)
  return (
    <main class="screen browse themes">
      <div class="above">
        <h1 class="serif">{say('themesTitle')}</h1>
      </div>
      <div class="below">
        {(['person', 'business'] as const).map((one) => (
          <section key={one}>
            <h2 class="caption">{one === 'person' ? say('themesPerson') : say('themesBusiness')}</h2>
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
      </div>
    </main>
  )
}
