import type { JSX } from 'preact'
import { facts, publicUrl } from '../hall-facts.ts'
import type { Session } from '../session.ts'
import { QrCode } from '../../../display/shared/qr-code.tsx'
import { say } from '../words.ts'
import { guideOf } from './guides.ts'

/** The list goes home in a pocket: scanned once, readable without the hall's network afterwards. Nothing personal is in the address. */
export function TakeAwayScreen({ session }: { session: Session }): JSX.Element {
  const { matterId, flowId, answers } = session.where.value.context
  const flow = matterId === null ? facts.value.flows.find(({ id }) => id === flowId) : undefined
  const name = flow?.name ?? guideOf(matterId)?.name ?? ''
  const chosen = new URLSearchParams(answers).toString()
  const address = `${publicUrl.value}/m/${encodeURIComponent(flow ? `flow-${flow.id}` : (matterId ?? ''))}${chosen === '' ? '' : `?${chosen}`}`
  return (
    <main class="screen take-away">
      <div class="above">
        <h1 class="serif">{say('takeAwayTitle')}</h1>
        <p class="hint">{name}</p>
      </div>
      <div class="below">
        <section class="card">
          <QrCode text={address} size={520} label={say('takeAwayTitle')} />
          <p>{say('takeAwayHint')}</p>
        </section>
      </div>
    </main>
  )
}
