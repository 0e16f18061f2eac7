import { signal } from '@preact/signals'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { ErrorBody } from '../../gateway/contract/messages.ts'
import { type RefusalCode, refusals, wordsOf } from '../../gateway/contract/refusals.ts'
import type { TerminalView } from '../../gateway/contract/views.ts'
import { type Press, type TakenTicket, type Where, nextScreen, terminalMachine } from './next-screen.ts'
import { language } from './words.ts'

/** One visitor at one terminal: where they are, and what is under way. */
export function openSession(hall: HallConnection, id: string) {
  const where = signal(terminalMachine.initialState as Where)
  const contrast = signal(false)
  const taking = signal(false)
  const refusal = signal<string | null>(null)
  const touchedAt = signal(Date.now())
  const terminal = hall.view<TerminalView>(`terminal:${id}`)

  function press(event: Press): void {
    where.value = nextScreen(where.value, event)
    refusal.value = null
    if (event.type === 'taken' && where.value.value === 'ticket') hall.watch([`terminal:${id}`, `track:${event.ticket.token}`])
    if (event.type === 'leave') hall.watch([`terminal:${id}`])
  }
  return {
    where,
    contrast,
    taking,
    refusal,
    touchedAt,
    terminal,
    hall,
    id,
    press,
    touch: () => {
      touchedAt.value = Date.now()
    },
    /** Everything of this visitor goes: words typed, ticks, language, contrast. */
    wipe() {
      press({ type: 'leave' })
      language.value = 'zh-Hans'
      contrast.value = false
      taking.value = false
      touchedAt.value = Date.now()
    },
    /** One number for one press: while one is under way another press does nothing. */
    async take(what: { matterId: string | null; queueId: string | null; missing: string[] }): Promise<void> {
      if (taking.value) return
      taking.value = true
      refusal.value = null
      const answer = await hall.order({ type: 'take-ticket', ...what, terminalId: id, priority: null, printer: null })
      taking.value = false
      if (answer.ok) press({ type: 'taken', ticket: answer.result as TakenTicket })
      else refusal.value = inWords(answer.error)
    },
  }
}
/** The gateway answers in Chinese; the closed list of refusals has the other languages. */
const inWords = ({ code, message }: ErrorBody): string => (Object.hasOwn(refusals, code) ? wordsOf(code as RefusalCode, language.value) : message)

export type Session = ReturnType<typeof openSession>
