import type { LoggedEvent } from '../../../gateway/domain/events.ts'
import { afresh } from '../../../gateway/show/sweep.ts'
import type { GatewayLife } from '../gateway.ts'
import type { PromiseOf } from '../storm.ts'
import type { SeenOrder } from '../witness.ts'

/** A person turns away after ten seconds; the way there and back and a clock that is only nearly known come on top. */
const ACTS_WITHIN_MS = 11_500
const ANSWERED_WITHIN_MS = 12_500

/** What was answered holds: done is done once and stays, refused was not done, and nobody is left without an answer or overtaken by an old press. */
export const orders: PromiseOf = ({ witness, world, computer }, broken) => {
  const givenAt = new Map<string, number>()
  let known = 0
  const orderOf = (key: string): number | undefined => {
    for (; known < witness.orders.length; known += 1) {
      const order = witness.orders[known] as SeenOrder
      givenAt.set(order.key, order.at)
    }
    return givenAt.get(key)
  }
  function numbersStand(life: GatewayLife): void {
    const { tickets } = life.office.state.line
    const day = life.office.state.day
    for (const { answer, command } of witness.orders) {
      if (command.type !== 'take-ticket' || !answer?.ok) continue
      const { token, number, ticketId } = answer.result as { token: string; number: string; ticketId: string }
      const taken = takenOn.get(ticketId)
      if (taken !== undefined && taken !== day) continue
      if (taken === undefined && !tickets.has(ticketId))
        broken('SM4', `${number} was answered and is not there any more`)
      if (taken === day && !afresh(life.sources, `track:${token}`).includes(`"${number}"`))
        broken('SM4', `the phone of ${number} does not show it any more`)
    }
  }
  const takenOn = new Map<string, string>()
  return {
    rule: 'SM4',
    onLife(life) {
      // Also what was written and then shown to nobody: the gateway crashed behind that write.
      for (const { id, day } of life.office.state.line.tickets.values()) takenOn.set(id, day)
      numbersStand(life)
      life.office.onFacts((events) => {
        for (const event of events) {
          if (event.type === 'ticket-taken') takenOn.set(event.ticketId, event.day)
          const at = event.commandId === null ? undefined : orderOf(event.commandId)
          if (at !== undefined && world.now() - at > ACTS_WITHIN_MS)
            broken('SM5', `${event.type} comes ${Math.round((world.now() - at) / 1000)} s after it was pressed`)
        }
      })
    },
    async atEnd() {
      const { life } = computer
      if (life === null) return broken('SM2', 'the hall is not open at the end')
      numbersStand(life)
      const done = new Map<string, LoggedEvent[]>()
      for (const event of await life.log.read(0, Number.MAX_SAFE_INTEGER)) {
        if (event.commandId === null) continue
        done.set(event.commandId, [...(done.get(event.commandId) ?? []), event])
      }
      for (const order of witness.orders) judge(order, done.get(order.key) ?? [])
    },
  }
  function judge(
    { key, who, command, answer, isForsaken, at, answeredAt }: SeenOrder,
    events: readonly LoggedEvent[],
  ): void {
    const named = `${command.type} by ${who} at ${Math.round(at / 1000)} s (${key})`
    if (events.filter(({ type }) => type === 'ticket-taken' || type === 'ticket-called').length > 1)
      broken('SM4', `${named} was done twice`)
    if (answer === null) {
      if (!isForsaken) broken('SM6', `${named} was never answered`)
      return
    }
    if (answeredAt - at > ANSWERED_WITHIN_MS + froze(who))
      broken('SM6', `${named} was answered after ${answeredAt - at} ms`)
    // Whoever has come already is told so: nothing is left to be done.
    if (answer.ok && events.length === 0 && command.type !== 'arrive-ticket')
      broken('SM4', `${named} was answered as done, and the log knows nothing of it`)
    if (!answer.ok && answer.error.code !== 'not-answered' && events.length > 0)
      broken(
        'SM4',
        `${named} was refused (${answer.error.code}), and yet there is ${events.map(({ type }) => type).join()}`,
      )
  }
  /** Who stood still, heard late. */
  function froze(who: string): number {
    return witness.frozenMs.get(who) ?? 0
  }
}
