import type { JSX } from 'preact'
import type { CameraTile } from '../../../gateway/contract/cameras.ts'
import { say } from './words.ts'

/** Another server's pages with its cameras, each in a frame of its own: what it shows and keeps is that server's. */
export const CamerasCard = ({ cameras }: { cameras: readonly CameraTile[] }): JSX.Element => (
  <section class="card board-cameras" aria-label={say('cameras.title')}>
    <div class="card-head">
      <h2>{say('cameras.title')}</h2>
      <small>{say('cameras.note')}</small>
    </div>
    <ul>
      {cameras.map(({ id, name, url }) => (
        <li key={id}>
          <iframe
            src={url}
            title={name}
            loading="lazy"
            allow="autoplay; fullscreen"
            referrerpolicy="no-referrer"
            sandbox="allow-scripts allow-same-origin"
          />
          <div class="screen-line">
            <span title={name}>{name}</span>
            <a class="board-link" href={url} target="_blank" rel="noreferrer noopener">
              {say('cameras.alone')}
            </a>
          </div>
        </li>
      ))}
    </ul>
  </section>
)
