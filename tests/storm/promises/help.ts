import type { DeskView } from '../../../gateway/contract/staff-views.ts'
import type { PromiseOf } from '../storm.ts'

/** Whoever was told that a guide comes stands at the desk until somebody has come, or until they have gone. */
export const help: PromiseOf = ({ witness, pages, computer, world }, broken) => ({
  rule: 'SM17',
  async atEnd() {
    const { life } = computer
    if (life === null) return
    const told = new Set(witness.orders.filter(({ answer }) => answer?.ok).map(({ key }) => key))
    const called = new Map<string, string>()
    for (const event of await life.log.read(0, Number.MAX_SAFE_INTEGER)) {
      if (event.type === 'day-opened') called.clear()
      const isTold = told.has(event.commandId ?? '')
      if (event.type === 'help-called' && isTold) called.set(event.helpId, event.terminalId)
      if (event.type === 'help-requested' && isTold) called.set(event.helpId, `counter ${event.counterId}`)
      if (event.type === 'help-finished') called.delete(event.helpId)
      // Whoever is under way still stands there; nobody else needs to.
      if (event.type === 'help-left') called.delete(event.helpId)
    }
    await world.run(world.now() + 3_000)
    const desk = pages.get('desk')?.hall.view<DeskView>('desk').value
    if (!desk) return
    for (const [helpId, who] of called)
      if (!desk.help.some(({ id }) => id === helpId)) broken('SM17', `${who} asked for a guide and is not at the desk`)
  },
})
