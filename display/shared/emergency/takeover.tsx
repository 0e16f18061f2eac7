import './takeover.css'
import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import type { EmergencyView, TakenOver } from '../../../gateway/contract/emergency.ts'
import en from '../../../assets/locales/en/takeover.json' with { type: 'json' }
import zh from '../../../assets/locales/zh-Hans/takeover.json' with { type: 'json' }
import { Icon } from '../icons.tsx'
import { language, pageWords } from '../page-words.ts'

const { say } = pageWords('takeover', zh, { en })

interface WithTakeoverProps {
  view: ReadonlySignal<(TakenOver & { number?: string }) | null>
  /** `whole` covers the surface; `band` stands above staff's work and hides nothing of it. */
  look: 'whole' | 'band'
  children: ComponentChildren
}

/** A page of the hall that an emergency takes over; the page beneath stays as it is and is there again afterwards. */
export function WithTakeover({ view, look, children }: WithTakeoverProps): JSX.Element {
  const emergency = view.value?.emergency ?? null
  return (
    <>
      {emergency && look === 'band' && <Band emergency={emergency} />}
      {children}
      {emergency && look === 'whole' && <Takeover emergency={emergency} number={view.value?.number ?? null} />}
    </>
  )
}

export function Takeover({ emergency, number }: { emergency: EmergencyView; number: string | null }): JSX.Element {
  const kept = emergency.drill ? say('drillKept') : number === null ? say('kept') : say('keptNumber', { number })
  const said = emergency.drill ? emergency.title.replace(/^演练：/, '') : emergency.title
  const aside = emergency.lines.filter((line) => line.startsWith('行动不便'))
  return (
    <div
      class="takeover"
      role="alert"
      style={{ '--signs': String([...emergency.title].length), '--said': String(Math.min([...said].length, 8)) }}
    >
      <div class="takeover-inside">
        <header>
          <Icon name="warning" size={40} stroke={2} />
          {emergency.drill ? say('drill') : say('head')}
          {language.value !== 'en' && (
            <span class="takeover-kind" lang="en">
              {emergency.drill ? 'Drill' : 'Emergency'}
            </span>
          )}
        </header>
        <div>
          <h1>
            {emergency.drill && <span>{say('drillTitle')}</span>}
            <span>{said}</span>
          </h1>
          {emergency.titleEn !== null && (
            <p class="takeover-en" lang="en">
              {emergency.titleEn}
            </p>
          )}
        </div>
        <ul>
          {emergency.lines
            .filter((line) => !aside.includes(line))
            .map((line) => (
              <Fact key={line} line={line} />
            ))}
        </ul>
        <footer>
          <p>{kept}</p>
          {aside.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </footer>
      </div>
    </div>
  )
}

/** What to do stands filled, what not to do is only framed; the first clause is the large one. */
function Fact({ line }: { line: string }): JSX.Element {
  const [first = line, ...rest] = line.split('，')
  return (
    <li class={/^[别不]/.test(line) ? 'takeover-not' : 'takeover-do'}>
      <b>{first}</b>
      {rest.length > 0 && <span>{rest.join('，')}</span>}
    </li>
  )
}

const Band = ({ emergency }: { emergency: EmergencyView }): JSX.Element => (
  <div class="takeover-band" role="alert">
    <Icon name="warning" size={32} stroke={2} />
    <b>{emergency.title}</b>
    <span>{emergency.lines.join('　')}</span>
  </div>
)
