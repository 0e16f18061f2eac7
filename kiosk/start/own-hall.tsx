import type { JSX } from 'preact'
import type { HallSurfaces } from '../../gateway/contract/start-view.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { SurfaceRow } from './surface-row.tsx'
import { type SurfaceGroup, ownGroups, ownPages } from './surfaces.ts'
import { say } from './words.ts'

/** More than so many of one kind are folded: a hall of 170 counters would push everything else away. */
const FOLDED_FROM = 24

/** All that a hall at work has, and nothing that it does not have. */
export function OwnHall({ surfaces }: { surfaces: HallSurfaces }): JSX.Element {
  return (
    <nav>
      {ownPages(surfaces).map((one) => (
        <SurfaceRow key={one.title} {...one} />
      ))}
      {ownGroups(surfaces).map((one) => (
        <Group key={one.title} {...one} />
      ))}
    </nav>
  )
}

function Group({ icon, title, text, pages }: SurfaceGroup): JSX.Element {
  const list = (
    <div class="own-pages">
      {pages.map(({ id, name, address }) => (
        <a key={id} href={address} target="_blank" rel="noopener">
          {name === id ? <span class="num">{id}</span> : name}
          {name !== id && <small class="num">{id}</small>}
        </a>
      ))}
    </div>
  )
  return (
    <section class="own-group">
      <div class="surface">
        <span class="surface-icon">
          <Icon name={icon} size={26} />
        </span>
        <span class="surface-words">
          <b>{title}</b>
          <small>{text}</small>
        </span>
        <span class="num own-count">{pages.length}</span>
      </div>
      {pages.length > FOLDED_FROM ? (
        <details>
          <summary>{say('openGroup', { count: pages.length })}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </section>
  )
}
