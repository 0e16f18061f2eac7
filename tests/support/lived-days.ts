import type { LoggedEvent, OfficeEvent } from '../../gateway/domain/events.ts'
import type { HallModel } from '../../gateway/domain/hall-model.ts'
import { decide, turnDay } from '../../gateway/domain/decide.ts'
import { evolve } from '../../gateway/domain/evolve.ts'
import { keepHours } from '../../gateway/domain/appointments/keep-hours.ts'
import { keepDay } from '../../gateway/domain/line/keep-day.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { hourAt } from '../../gateway/contract/hall-time.ts'
import { command as commandSchema, report } from '../../gateway/contract/commands.ts'
import type { LooseCommand } from './given.ts'

/** A hall whose log is kept: orders come at moments by the hall's own clock, and each may be somebody's. */
export function livedDays(hallModel: HallModel) {
  const state = emptyOffice()
  const log: LoggedEvent[] = []
  let ids = 0
  let now = 0
  const record = (facts: readonly OfficeEvent[], actor: string): void => {
    for (const fact of facts) {
      const event = { ...fact, seq: state.seq + 1, at: now, actor, commandId: null }
      evolve(state, event)
      log.push(structuredClone(event))
    }
  }
  return {
    state,
    log,
    /** `at`: epoch ms. Gives whether it was accepted. */
    order(at: number, loose: LooseCommand, actor = 'test'): boolean {
      now = at
      const moment = { ...hourAt(at, hallModel.hall.timeZone), now, newId: () => `id${++ids}` }
      record(keepHours(hallModel, state, now), 'hall')
      record(turnDay(state, moment.day), 'hall')
      record(keepDay(hallModel, state, moment), 'hall')
      const reported = report.safeParse(loose)
      const decision = decide(
        hallModel,
        state,
        reported.success ? reported.data : commandSchema.parse(loose),
        actor,
        moment,
      )
      if (decision.ok) record(decision.events, actor)
      return decision.ok
    },
  }
}
