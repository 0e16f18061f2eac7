import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { ask, withFields } from '../../gateway/client/ask.ts'
import { every } from '../../gateway/client/page-clock.ts'
import type { CityPush, PushView } from '../../gateway/contract/city-push.ts'
import type { SignedInView } from '../../gateway/contract/sign-in.ts'
import { SendForm } from './send-form.tsx'
import { SentRow } from './sent-row.tsx'
import { say } from './words.ts'

const ASK_EACH_MS = 3_000
const DESK = '/api/v1/city/desk'

interface Props {
  /** Of the halls, by id. */
  names: ReadonlyMap<string, string>
  token: string | null
  person: SignedInView | null
}

/** What was sent to the halls, with the answer of each; whoever may sends from here. */
export function SentPage({ names, token, person }: Props): JSX.Element {
  const sent = useSignal<PushView[]>([])
  const fault = useSignal<string | null>(null)
  const maySend = person?.roles.includes('supervisor') ?? false
  const look = async (): Promise<void> => {
    const asked = await ask(DESK, withFields<{ items: PushView[] }>('items'), { token })
    if (asked.ok) sent.value = asked.body.items
  }
  useEffect(() => {
    void look()
    return every(ASK_EACH_MS, () => void look())
  }, [])
  const send = async (what: CityPush, halls: string[] | null): Promise<boolean> => {
    const answer = await ask(DESK, withFields<PushView>('version'), { body: { halls, what } })
    fault.value = answer.ok ? null : answer.error.message
    await look()
    return answer.ok
  }
  return (
    <main class="sending">
      <section class="card">
        <div class="card-head">
          <h2>{say('sent.title')}</h2>
          <small>{say('sent.note')}</small>
        </div>
        {sent.value.length === 0 && <p class="empty">{say('sent.empty')}</p>}
        <ul>
          {sent.value.map((one) => (
            <SentRow
              key={one.version}
              one={one}
              names={names}
              onWithdraw={maySend ? () => void send({ kind: 'withdraw', of: one.version }, null) : null}
            />
          ))}
        </ul>
      </section>
      <aside>
        {maySend ? (
          <SendForm names={names} fault={fault.value} onSend={send} />
        ) : (
          <section class="card may-not">
            <p>{say('sent.mayNot')}</p>
            {person === null && <a href="/sign-in?to=/">{say('signIn')}</a>}
          </section>
        )}
      </aside>
    </main>
  )
}
