import type { JSX } from 'preact'
import type { IconName } from '../../display/shared/icons.tsx'
import { Button } from '../shared/staff/button.tsx'
import { type ActionId, blockedBecause, keyOf, mainAction } from './counter-actions.ts'
import type { CounterShown } from './counter-shown.ts'
import { say } from './words.ts'

const icons: Record<ActionId, IconName> = {
  open: 'counter',
  reopen: 'check',
  call: 'speaker',
  serve: 'check',
  'finish-call': 'check',
  finish: 'check',
  recall: 'speaker',
  miss: 'missed',
  hold: 'hold',
  transfer: 'transfer',
  note: 'paper',
  guide: 'guide',
  print: 'printer',
  pause: 'pause',
  close: 'close',
}
/** The same places in every state: only the main button changes its words. */
const others: ActionId[] = ['finish', 'recall', 'miss', 'hold', 'transfer', 'note', 'guide']

interface ActionGridProps {
  view: CounterShown
  online: boolean
  underWay: string | null
  onAction: (action: ActionId) => void
}

export function ActionGrid({ view, online, underWay, onAction }: ActionGridProps): JSX.Element {
  const main = mainAction(view)
  const button = (action: ActionId, look: 'main' | 'plain', keyCap: string | null): JSX.Element => (
    <Button
      key={look === 'main' ? 'main' : action}
      big
      look={look}
      icon={icons[action]}
      label={say(`labels.${action}`)}
      keyCap={keyCap?.replace('Shift Space', say('keys.finish')) ?? null}
      blocked={blockedBecause(action, view, online)}
      busy={underWay === action}
      onPress={() => onAction(action)}
    />
  )
  return (
    <nav class="actions" aria-label={say(`labels.${main}`)}>
      {button(main, 'main', 'Space')}
      {others.map((action) => button(action, 'plain', keyOf[action] ?? null))}
    </nav>
  )
}
