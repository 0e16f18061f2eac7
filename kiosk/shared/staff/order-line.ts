import { type ReadonlySignal, signal } from '@preact/signals'
import type { HallConnection } from '../../../gateway/client/connect.ts'
import type { Command } from '../../../gateway/contract/commands.ts'
import { sayStaff } from './words.ts'
import type { Toaster } from './toasts.tsx'

export interface Press {
  /** Which button this is, so that it can show that it is under way. */
  id: string
  /** Given one after the other; the first refusal ends the row. */
  commands: Command[]
  /** Said when all was accepted; null = the page shows it anyway. */
  done: string | null
  /** The number it is about: an undo takes the words back with the step. */
  about?: string | undefined
  /** Refusals that mean nothing more is to be done, not that something went wrong. */
  fine?: string[]
  /** Gets the answer to the last command. */
  then?: (result: unknown) => void
}
export interface OrderLine {
  underWay: ReadonlySignal<string | null>
  /** Whether all was accepted. */
  press(press: Press): Promise<boolean>
}

/** One press is one order: while one is under way no second leaves this page. */
export function orderLine(hall: Pick<HallConnection, 'order' | 'online'>, toasts: Pick<Toaster, 'say'>): OrderLine {
  const underWay = signal<string | null>(null)
  return {
    underWay,
    async press({ id, commands, done, about, fine = [], then }) {
      if (underWay.value !== null) return false
      if (!hall.online.value) {
        toasts.say('refused', sayStaff('offlineShort'))
        return false
      }
      underWay.value = id
      try {
        let result: unknown = null
        for (const command of commands) {
          const answer = await hall.order(command)
          if (!answer.ok && fine.includes(answer.error.code)) break
          if (!answer.ok) {
            toasts.say('refused', answer.error.message)
            return false
          }
          result = answer.result
        }
        if (done !== null) toasts.say('done', done, about ?? null)
        then?.(result)
        return true
      } finally {
        underWay.value = null
      }
    },
  }
}
