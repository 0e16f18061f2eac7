import { type ReadonlySignal, signal } from '@preact/signals'
import type { HallConnection } from '../../../gateway/client/connect.ts'
import type { Command } from '../../../gateway/contract/commands.ts'
import { words } from './words.ts'
import type { Toaster } from './toasts.tsx'

export interface Press {
  /** Which button this is, so that it can show that it is under way. */
  id: string
  /** Given one after the other; the first refusal ends the row. */
  commands: Command[]
  /** Said when all was accepted; null = the page shows it anyway. */
  done: string | null
  /** Refusals that mean nothing more is to be done, not that something went wrong. */
  fine?: string[]
  /** Gets the answer to the last command. */
  then?: (result: unknown) => void
}
export interface OrderLine {
  underWay: ReadonlySignal<string | null>
  press(press: Press): Promise<void>
}

/** One press is one order: while one is under way no second leaves this page. */
export function orderLine(hall: Pick<HallConnection, 'order' | 'online'>, toasts: Pick<Toaster, 'say'>): OrderLine {
  const underWay = signal<string | null>(null)
  return {
    underWay,
    async press({ id, commands, done, fine = [], then }) {
      if (underWay.value !== null) return
      if (!hall.online.value) return toasts.say('refused', words.offlineShort)
      underWay.value = id
      try {
        let result: unknown = null
        for (const command of commands) {
          const answer = await hall.order(command)
          if (!answer.ok && fine.includes(answer.error.code)) break
          if (!answer.ok) return toasts.say('refused', answer.error.message)
          result = answer.result
        }
        if (done !== null) toasts.say('done', done)
        then?.(result)
      } finally {
        underWay.value = null
      }
    },
  }
}
