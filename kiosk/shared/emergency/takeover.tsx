import './takeover.css'
import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import type { EmergencyView, TakenOver } from '../../../gateway/contract/emergency.ts'
import { Icon } from '../icons.tsx'

const words = {
  head: '紧急通知',
  drill: '演练，不是真的',
  kept: '叫号已暂停，您的号码会保留。',
  keptNumber: (number: string) => `您的号 ${number} 会保留，不用担心。`,
  drillKept: '请照着做一遍。您的号码会保留。',
} as const

interface WithTakeoverProps {
  view: ReadonlySignal<(TakenOver & { number?: string }) | null>
  /** `whole` covers the surface; `band` leaves staff their work below it. */
  look: 'whole' | 'band'
  children: ComponentChildren
}

/** A page of the hall that an emergency takes over; the page beneath stays as it is and is there again afterwards. */
export function WithTakeover({ view, look, children }: WithTakeoverProps): JSX.Element {
  const emergency = view.value?.emergency ?? null
  return (
    <>
      {children}
      {emergency && (look === 'whole' ? <Takeover emergency={emergency} number={view.value?.number ?? null} /> : <Band emergency={emergency} />)}
    </>
  )
}

export function Takeover({ emergency, number }: { emergency: EmergencyView; number: string | null }): JSX.Element {
  const kept = emergency.drill ? words.drillKept : number === null ? words.kept : words.keptNumber(number)
  return (
    <div class="takeover" role="alert" style={{ '--signs': String([...emergency.title].length) }}>
      <div class="takeover-inside">
        <header>
          <Icon name="warning" size={40} stroke={2} />
          {emergency.drill ? words.drill : words.head}
        </header>
        <div>
          <h1>{emergency.title}</h1>
          {emergency.titleEn !== null && (
            <p class="takeover-en" lang="en">
              {emergency.titleEn}
            </p>
          )}
        </div>
        <ul>
          {emergency.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p class="takeover-kept">{kept}</p>
      </div>
    </div>
  )
}

const Band = ({ emergency }: { emergency: EmergencyView }): JSX.Element => (
  <div class="takeover-band" role="alert">
    <Icon name="warning" size={32} stroke={2} />
    <b>{emergency.title}</b>
    <span>{emergency.lines.join('　')}</span>
  </div>
)
