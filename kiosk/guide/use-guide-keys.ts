import { useKeys } from '../shared/staff/use-keys.ts'
import type { TicketView } from '../../gateway/contract/line-views.ts'
import type { Open } from './guide-dialogs.tsx'
import { type TicketAction, actionKeys } from './ticket-actions.ts'

/** What the keys of the desk are bound to. */
export interface GuideKeys {
  selected: TicketView | null
  open(what: Open): void
  act(action: TicketAction, ticket: TicketView): void
  undo(): void
  sound(): void
  /** To the next state of the filter, and back to all. */
  nextFilter(): void
  showAll(): void
  step(by: 1 | -1): void
  goHelp(nth: number): void
  pickFirst(): void
}

/** What stands behind a key that opens a dialog; the chosen number is looked for by B. */
function openedBy(key: string, selected: TicketView | null): Open {
  switch (key) {
    case '/':
      return { kind: 'palette' }
    case '?':
    case '？':
      return { kind: 'keys' }
    case 'A':
      return { kind: 'appointments' }
    case 'N':
      return { kind: 'notice' }
    case 'Q':
      return { kind: 'consult' }
    case 'H':
      return { kind: 'errands' }
    case 'B':
      return { kind: 'announce', number: selected?.number ?? null }
    case 'C':
      return { kind: 'assign', counterId: null }
    case 'T':
      return { kind: 'take', entry: null }
    default:
      return null
  }
}

const actionOf = (key: string): TicketAction | null =>
  (Object.entries(actionKeys) as [TicketAction, string][]).find(
    ([, name]) => name === key || (name === 'Del' && key === 'Delete'),
  )?.[0] ?? null

/** The desk by keyboard: dialogs, the filter, the list, calls for help, and what can be done with the chosen number. */
export function useGuideKeys(keys: GuideKeys): void {
  const { selected } = keys
  useKeys((key, event) => {
    const what = openedBy(key, selected)
    const action = actionOf(key)
    const card = /^[1-4]$/.test(key) ? document.querySelector<HTMLElement>(`[data-card="${key}"]`) : null
    if (what) keys.open(what)
    else if (key === 'Ctrl Z') keys.undo()
    else if (key === 'S') keys.sound()
    else if (key === 'F') keys.nextFilter()
    else if (key === 'Escape') keys.showAll()
    else if (key === 'ArrowDown' || key === 'ArrowUp') keys.step(key === 'ArrowDown' ? 1 : -1)
    else if (key === 'G') keys.goHelp(event.shiftKey ? 1 : 0)
    else if (action && selected) keys.act(action, selected)
    else if (action) keys.pickFirst()
    else if (card) card.focus()
    else return false
    return true
  })
}
