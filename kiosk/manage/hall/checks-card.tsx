import type { JSX } from 'preact'
import type { SettingFault } from '../../../gateway/contract/hall-settings.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Light } from '../../shared/staff/marks.tsx'
import { say } from './words.ts'

interface ChecksProps {
  faults: readonly SettingFault[]
  hints: readonly string[]
  asking: boolean
  onGo: (key: string) => void
}

/** What the hall's own check says: what must be changed before it is saved, and what may stay. */
export function ChecksCard({ faults, hints, asking, onGo }: ChecksProps): JSX.Element {
  return (
    <section class="card hall-checks" aria-live="polite">
      <div class="card-head">
        <h2>{say('checks')}</h2>
        {asking && <small>{say('checking')}</small>}
      </div>
      <ul>
        {faults.map(({ key, message }) => (
          <li key={`${key} ${message}`}>
            <Light light="warning" size={22} />
            <div>
              <span class="hall-tag-wrong">{say('mustChange')}</span> {message}
              <small class="num">{key}</small>
            </div>
            <Button label={say('go')} onPress={() => onGo(key)} />
          </li>
        ))}
        {hints.map((hint) => (
          <li key={hint}>
            <span class="hall-tag-hint">{say('hint')}</span>
            <div>{hint}</div>
          </li>
        ))}
        {faults.length === 0 && !asking && (
          <li class="hall-well">
            <Light light="ok" size={18} /> {say('allWell')}
          </li>
        )}
      </ul>
    </section>
  )
}
