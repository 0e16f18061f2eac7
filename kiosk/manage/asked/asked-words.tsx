import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { AskedView } from '../../../gateway/contract/asked.ts'
import { Button } from '../../shared/staff/button.tsx'
import type { Toaster } from '../../shared/staff/toasts.tsx'
import type { Answer } from '../manage-call.ts'
import { AskedLine } from './asked-line.tsx'
import { askedNow, review, withdraw } from './calls.ts'
import { say } from './words.ts'

/** What people asked for and did not find, the most asked first: a matter's other name, or none. What was decided stands below. */
export function AskedWords({ toasts, blocked }: { toasts: Toaster; blocked: string | null }): JSX.Element {
  const [asked, set] = useState<AskedView | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const refresh = (): void => void askedNow().then((answer) => answer.ok && set(answer.body))
  useEffect(refresh, [])
  async function decide(words: string, deed: () => Promise<Answer<unknown>>, done: string): Promise<void> {
    if (busy !== null) return
    setBusy(words)
    const answer = await deed()
    setBusy(null)
    toasts.say(answer.ok ? 'done' : 'refused', answer.ok ? done : answer.message)
    refresh()
  }
  return (
    <section class="card asked-words">
      <div class="card-head">
        <h2>{say('title')}</h2>
        <small>{say('hint')}</small>
      </div>
      <div class="asked-scroll">
        {asked?.items.length === 0 && <p class="card-empty">{say('none')}</p>}
        <ul class="asked-list">
          {asked?.items.map((row) => (
            <AskedLine
              key={row.words}
              row={row}
              blocked={blocked}
              busy={busy === row.words}
              onReview={(matterId) =>
                void decide(
                  row.words,
                  () => review(row.words, matterId),
                  matterId === null ? say('refused', { words: row.words }) : say('taken', { words: row.words }),
                )
              }
            />
          ))}
        </ul>
        {asked !== null && asked.aliases.length > 0 && <h3>{say('aliases')}</h3>}
        <ul class="asked-aliases">
          {asked?.aliases.map(({ words, name, by }) => (
            <li key={words}>
              <b>{words}</b>
              <span class="cut" title={name}>
                {name}
              </span>
              <small>{by}</small>
              <Button
                label={say('withdraw')}
                blocked={blocked}
                busy={busy === words}
                onPress={() => void decide(words, () => withdraw(words), say('withdrawn', { words }))}
              />
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
