import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { type Why, WhyForm } from '../shared/rating/why-form.tsx'
import { fileCase } from './calls.ts'
import { say } from './words.ts'

const kinds = ['complaint', 'not-done'] as const

/** What somebody has to say; no name is asked for. */
export function FileForm({
  token,
  onFiled,
  onTrouble,
}: {
  token: string | null
  onFiled: (code: string) => void
  onTrouble: (words: string) => void
}): JSX.Element {
  const kind = useSignal<(typeof kinds)[number]>('complaint')
  const counter = useSignal('')
  const busy = useSignal(false)
  async function file(why: Why): Promise<void> {
    busy.value = true
    const counterId = counter.value.trim() === '' ? null : counter.value.trim()
    const filed = await fileCase({ kind: kind.value, ...why, counterId, token })
    busy.value = false
    if (filed.ok) onFiled(filed.body.code)
    else onTrouble(filed.message)
  }
  return (
    <>
      <p class="complain-intro">{say('intro')}</p>
      <div class="complain-kinds">
        {kinds.map((one) => (
          <button type="button" key={one} aria-pressed={kind.value === one} onClick={() => void (kind.value = one)}>
            <b>{say(`kind.${one}`)}</b>
            <span>{say(`kindHint.${one}`)}</span>
          </button>
        ))}
      </div>
      <section class="card">
        {token === null && (
          <label class="complain-counter">
            <span>{say('counterField')}</span>
            <input
              inputmode="numeric"
              maxLength={8}
              value={counter.value}
              onInput={(event) => void (counter.value = event.currentTarget.value)}
            />
          </label>
        )}
        <WhyForm submit={say('submit')} isNeeded busy={busy.value} onSubmit={(why) => void file(why)} />
        <p class="complain-note">{say('nameless')}</p>
      </section>
    </>
  )
}
