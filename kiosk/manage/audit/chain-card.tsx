import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ChainState } from '../../../gateway/contract/audit.ts'
import { dayAt, timeAt } from '../../../gateway/contract/hall-time.ts'
import { FILE_WITHIN_MS, withFields } from '../../../gateway/client/ask.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { Button } from '../../shared/staff/button.tsx'
import { Tag } from '../../shared/staff/marks.tsx'
import { manageCall } from '../manage-call.ts'
import { dateName, say, yearDateName } from './words.ts'

const aChain = withFields<ChainState>('rows', 'isWhole')

/** Whether nothing was changed or taken out since the first record, and when that was last looked at. */
export function ChainCard({ timeZone, chosen }: { timeZone: string; chosen: number | null }): JSX.Element {
  const [chain, setChain] = useState<ChainState | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    void manageCall('/audit/chain', aChain).then((answer) => answer.ok && setChain(answer.body))
  }, [chosen])
  async function check(): Promise<void> {
    setBusy(true)
    const answer = await manageCall('/audit/chain', aChain, {}, FILE_WITHIN_MS)
    setBusy(false)
    if (answer.ok) setChain(answer.body)
  }
  const checkedAt = chain?.checkedAt ?? null
  const isChecking = busy || chain?.isChecking === true
  return (
    <section class="card audit-chain">
      <header class="card-head">
        <h2>{say('chain')}</h2>
        <span class="grow" />
        {chain && checkedAt !== null && (
          <Tag tone={chain.isWhole ? 'green' : 'red'}>
            {say(chain.isWhole ? 'whole' : 'broken')}
            <Icon name={chain.isWhole ? 'check' : 'warning'} size={18} stroke={2.4} />
          </Tag>
        )}
      </header>
      <div class="audit-facts">
        <p class="audit-note">{say('chainText')}</p>
        {chain && chain.since !== null && (
          <p class="audit-note">
            {chain.isWhole
              ? say('chainSince', {
                  day: yearDateName(dayAt(chain.since, timeZone)),
                  rows: chain.rows.toLocaleString('en-US'),
                })
              : say('chainBroken')}
          </p>
        )}
      </div>
      <footer>
        <span>
          {isChecking
            ? say('checking')
            : checkedAt === null
              ? say('notChecked')
              : say('checkedAt', { when: whenOf(checkedAt, timeZone) })}
        </span>
        <span class="grow" />
        <Button label={say('check')} busy={isChecking} onPress={() => void check()} />
      </footer>
    </section>
  )
}
const whenOf = (at: number, timeZone: string): string => {
  const time = timeAt(at, timeZone)
  return `${dateName(time.slice(0, 10))} ${time.slice(11, 16)}`
}
