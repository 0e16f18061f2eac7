import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { accessToken } from '../../../gateway/client/access.ts'
import { ask, withFields } from '../../../gateway/client/ask.ts'
import { newId } from '../../../gateway/client/page-clock.ts'
import type { RatingReason } from '../../../gateway/contract/ratings.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { language } from '../../../display/shared/page-words.ts'
import { QrCode } from '../../../display/shared/qr-code.tsx'
import { REASONS, reasonName } from '../../shared/rating/words.ts'
import { publicUrl } from '../hall-facts.ts'
import type { Session } from '../session.ts'
import { sayComplain } from './words.ts'
import './complain.css'

const kinds = ['complaint', 'not-done'] as const

/** 投诉 and 办不成事 without a word to write: what was wrong is touched, and a code leads on by phone. Nothing of it stays here. */
export function ComplainScreen({ session }: { session: Session }): JSX.Element {
  const kind = useSignal<(typeof kinds)[number]>('complaint')
  const reasons = useSignal<RatingReason[]>([])
  const code = useSignal<string | null>(null)
  const trouble = useSignal<string | null>(null)
  const busy = useSignal(false)
  const toggle = (reason: RatingReason): void => {
    const now = reasons.value
    reasons.value = now.includes(reason) ? now.filter((one) => one !== reason) : [...now, reason]
  }
  async function submit(): Promise<void> {
    if (busy.value) return
    busy.value = true
    const body = { kind: kind.value, reasons: reasons.value }
    const question = { body, token: await accessToken('terminal', session.id), key: newId(), language: language.value }
    const answer = await ask('/api/v1/grievances', withFields<{ code: string }>('code'), question)
    busy.value = false
    if (answer.ok) code.value = answer.body.code
    else trouble.value = answer.error.code === 'not-answered' ? sayComplain('away') : answer.error.message
  }
  if (code.value !== null)
    return (
      <main class="screen complaint">
        <div class="above">
          <h1 class="serif">{sayComplain('done')}</h1>
          <p class="hint">{sayComplain('keep')}</p>
        </div>
        <div class="below">
          <div class="card complaint-code">
            <div>
              <span>{sayComplain('code')}</span>
              <b class="num">{`${code.value.slice(0, 4)} ${code.value.slice(4)}`}</b>
            </div>
            <div>
              <QrCode text={`${publicUrl.value}/complain#${code.value}`} size={300} label={sayComplain('scan')} />
              <span>{sayComplain('scan')}</span>
            </div>
          </div>
          <button type="button" class="main-action" onClick={() => session.press({ type: 'leave' })}>
            {sayComplain('finish')}
          </button>
        </div>
      </main>
    )
  return (
    <main class="screen complaint">
      <div class="above">
        <h1 class="serif">{sayComplain('title')}</h1>
        <p class="hint">{sayComplain('hint')}</p>
      </div>
      <div class="below">
        <div class="complaint-grid">
          {kinds.map((one) => (
            <button
              type="button"
              class="complaint-kind"
              key={one}
              aria-pressed={kind.value === one}
              onClick={() => void (kind.value = one)}
            >
              {sayComplain(`kind.${one}`)}
            </button>
          ))}
        </div>
        <div class="complaint-grid">
          {REASONS.filter((reason) => reason !== 'other').map((reason) => (
            <button
              type="button"
              class="complaint-reason"
              key={reason}
              aria-pressed={reasons.value.includes(reason)}
              onClick={() => toggle(reason)}
            >
              <i>{reasons.value.includes(reason) && <Icon name="check" size={44} stroke={2.4} />}</i>
              {reasonName(reason)}
            </button>
          ))}
        </div>
        {trouble.value !== null && (
          <p class="refusal" role="alert">
            {trouble.value}
          </p>
        )}
        <button
          type="button"
          class="main-action"
          disabled={reasons.value.length === 0 || busy.value}
          onClick={() => void submit()}
        >
          {sayComplain('submit')}
        </button>
      </div>
    </main>
  )
}
