import type { JSX } from 'preact'
import type { PushReceipt, PushView } from '../../gateway/contract/city-push.ts'
import { clockAt, dayAt } from '../../gateway/contract/hall-time.ts'
import { say } from './words.ts'
import { ZONE } from './zone.ts'

interface Props {
  one: PushView
  names: ReadonlyMap<string, string>
  /** null = whoever looks may not. */
  onWithdraw: (() => void) | null
}
const isGood = ({ outcome }: PushReceipt): boolean => outcome === 'done' || outcome === 'nothing'

/** A version: what it says, who sent it when, and how many halls did it; those that did not are named with their reason. */
export function SentRow({ one, names, onWithdraw }: Props): JSX.Element {
  const { version, at, by, kind, title, withdrawnBy, waiting, receipts } = one
  const done = receipts.filter(isGood).length
  const all = receipts.length + waiting.length
  const amiss = receipts.filter((receipt) => !isGood(receipt))
  const nameOf = (id: string): string => names.get(id) ?? id
  const told = receipts.filter((receipt) => isGood(receipt) && receipt.words !== '')
  const mayWithdraw = onWithdraw !== null && withdrawnBy === null && (kind === 'notice' || kind === 'emergency')
  return (
    <li class={`sent ${withdrawnBy === null ? '' : 'taken-back'}`}>
      <span class="version num">{say('sent.version', { version })}</span>
      <div class="what">
        <b>
          <i class={`tag ${kind === 'emergency' ? 'late' : ''}`}>{say(`sent.kind.${kind}`)}</i> {title}
        </b>
        <small>
          {say('sent.by', { day: dayAt(at, ZONE), clock: clockAt(at, ZONE), by: by.replace(/^staff /, '') })}
          {withdrawnBy !== null && ` · ${say('sent.withdrawn', { version: withdrawnBy })}`}
        </small>
        {waiting.length > 0 && <small>{say('sent.waiting', { halls: waiting.map(nameOf).join('、') })}</small>}
        {amiss.map((receipt) => (
          <small key={receipt.hall} class="amiss">
            {nameOf(receipt.hall)}：{say(`sent.outcome.${receipt.outcome}`)}
            {receipt.words === '' ? '' : ` ${receipt.words}`}
          </small>
        ))}
        {told.map((receipt) => (
          <small key={receipt.hall}>
            {nameOf(receipt.hall)}：{receipt.words}
          </small>
        ))}
      </div>
      <span class="done">
        <b class="num">
          {done} / {all}
        </b>
        <small>{say('sent.done')}</small>
      </span>
      {mayWithdraw ? (
        <button type="button" onClick={onWithdraw}>
          {say(kind === 'emergency' ? 'sent.lift' : 'sent.withdraw')}
        </button>
      ) : (
        <span />
      )}
    </li>
  )
}
