import type { JSX } from 'preact'
import type { Command } from '../../gateway/contract/commands.ts'
import type { CounterView } from '../../gateway/contract/staff-views.ts'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { nextLegWords } from './leg-words.ts'
import { say } from './words.ts'

/** Two ways out of the row of steps of one number; away when nothing follows. */
export function LegButtons({ view, orders }: { view: CounterView; orders: OrderLine }): JSX.Element | null {
  const { ticket, counterId } = view
  if (!ticket || nextLegWords(view) === null) return null
  const { ticketId, number } = ticket
  const give = (type: 'skip-leg' | 'drop-legs', done: string): void => {
    const command: Command = { type, ticketId, counterId }
    void orders.press({ id: type, commands: [command], done, about: number })
  }
  return (
    <div class="leg-buttons">
      <button type="button" class="button" onClick={() => give('skip-leg', say('leg.skipped', { number }))}>
        {say('leg.skip')}
      </button>
      <button type="button" class="button" onClick={() => give('drop-legs', say('leg.dropped', { number }))}>
        {say('leg.drop')}
      </button>
    </div>
  )
}
