import type { PadEvent } from './events.ts'
import { type PadsState, untaught } from './state.ts'

/** Works in place, like all of evolve. */
export function evolvePads({ taught }: PadsState, event: PadEvent): void {
  const known = taught.get(event.padId) ?? untaught
  switch (event.type) {
    case 'pad-taught':
      taught.set(event.padId, { ...known, buttons: { ...known.buttons, [event.report]: event.button } })
      return
    case 'pad-bound':
      taught.set(event.padId, { ...known, counterId: event.counterId })
      return
  }
}
