import { clockAt } from '../../../gateway/contract/hall-time.ts'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../shared/staff/button.tsx'
import { ChoiceDialog } from '../../shared/staff/choice-dialog.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import type { SectionProps } from '../section-props.ts'
import type { EmergencyWords } from './emergency-words.ts'
import { OwnEmergency } from './own-emergency.tsx'
import { say } from './words.ts'
import './emergency.css'

const MINUTES = 60
type Asking = { kind: 'raise'; words: EmergencyWords } | { kind: 'lift' } | null

/** One press and one question: the whole hall says it, or is itself again. */
export function EmergencySection({ hall, view, orders }: SectionProps): JSX.Element {
  const [asking, ask] = useState<Asking>(null)
  const [drill, setDrill] = useState(false)
  const blocked = hall.online.value ? null : sayStaff('offlineShort')
  const close = (): void => ask(null)
  const raise = ({ title, titleEn, lines, minutes = MINUTES }: EmergencyWords): void => {
    close()
    void orders.press({
      id: 'raise',
      commands: [{ type: 'raise-emergency', title, titleEn, lines, drill, minutes }],
      done: say('raised'),
    })
  }
  const lift = (): void => {
    close()
    void orders.press({
      id: 'lift',
      commands: [{ type: 'lift-emergency' }],
      done: say('lifted'),
      fine: ['no-emergency'],
    })
  }
  return (
    <section class="card emergency">
      <div class="card-head">
        <h2>{say('title')}</h2>
        <span class="grow" />
        <label class="emergency-drill">
          <input type="checkbox" checked={drill} onChange={(event) => setDrill(event.currentTarget.checked)} />
          {say('drill')}
        </label>
      </div>
      <div class="emergency-now">
        {view.emergency ? (
          <>
            <b>{view.emergency.title}</b>
            <span>{say('until', { clock: clockAt(view.emergency.until, view.hall.timeZone) })}</span>
            <span class="grow" />
            <Button
              label={say('lift')}
              look="main"
              big
              blocked={blocked}
              busy={orders.underWay.value === 'lift'}
              onPress={() => ask({ kind: 'lift' })}
            />
          </>
        ) : (
          <p>
            {say('none')} {say('choose')}
          </p>
        )}
      </div>
      <ul class="emergency-list">
        {view.emergencies.map((template) => (
          <li key={template.id}>
            <div>
              <b>{template.name}</b>
              <p>{[template.title, ...template.lines].join('　')}</p>
              <small lang="en">{template.titleEn}</small>
            </div>
            <Button
              label={say('raise')}
              look="grave"
              icon="warning"
              big
              blocked={blocked}
              busy={orders.underWay.value === 'raise'}
              onPress={() => ask({ kind: 'raise', words: template })}
            />
          </li>
        ))}
        <OwnEmergency
          drill={drill}
          blocked={blocked}
          busy={orders.underWay.value === 'raise'}
          onRaise={(words) => ask({ kind: 'raise', words })}
        />
      </ul>
      {asking?.kind === 'raise' && (
        <ChoiceDialog
          title={say(drill ? 'sureDrill' : 'sure', { name: asking.words.name })}
          choices={[{ value: 'yes', label: drill ? say('yesDrill') : say('yes') }]}
          onChoose={() => raise(asking.words)}
          onClose={close}
        />
      )}
      {asking?.kind === 'lift' && (
        <ChoiceDialog
          title={say('sureLift')}
          choices={[{ value: 'yes', label: say('yesLift') }]}
          onChoose={lift}
          onClose={close}
        />
      )}
    </section>
  )
}
