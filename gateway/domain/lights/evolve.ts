import type { LightEntry } from '../../contract/lights.ts'
import type { LightEvent } from './events.ts'
import type { LightsState, WatchedCase } from './state.ts'

/** So much of a case's course is at hand; all of it is in the log. */
const ENTRIES_KEPT = 60

/** Works in place, like all of evolve. `at`: epoch ms of the event. */
export function evolveLights(lights: LightsState, event: LightEvent & { at: number; actor: string }): void {
  const known = lights.watched.get(event.caseId)
  switch (event.type) {
    case 'light-changed': {
      const { type: _, to, cause: __, at, actor: ___, ...facts } = event
      if (to === 'closed') return void lights.watched.delete(event.caseId)
      const { why, step, used, limitDays, dueOn, procedure } = facts
      const entry: LightEntry = {
        kind: 'changed',
        at,
        from: known?.light ?? 'green',
        to,
        why,
        step,
        used,
        limitDays,
        dueOn,
        procedure,
      }
      const isNewRed = to === 'red' && known?.light !== 'red'
      lights.watched.set(event.caseId, {
        ...pickFacts(facts),
        light: to,
        since: known?.light === to ? known.since : at,
        history: [...(known?.history ?? []), entry].slice(-ENTRIES_KEPT),
        urged: known?.urged ?? 0,
        answeredAt: isNewRed ? null : (known?.answeredAt ?? null),
      })
      return
    }
    case 'case-urged': {
      if (!known) return
      note(known, { kind: 'urged', at: event.at, by: event.actor, to: event.to, words: event.words })
      known.urged += 1
      return
    }
    case 'case-answered':
      if (!known) return
      note(known, { kind: 'answered', at: event.at, by: event.by, words: event.words })
      known.answeredAt = event.at
  }
}

function note(known: WatchedCase, entry: LightEntry): void {
  known.history = [...known.history, entry].slice(-ENTRIES_KEPT)
}

type Facts = Pick<
  WatchedCase,
  | 'caseId'
  | 'matterName'
  | 'departmentName'
  | 'why'
  | 'step'
  | 'used'
  | 'limitDays'
  | 'dueOn'
  | 'approximate'
  | 'procedure'
  | 'pausedFrom'
>
/** What a fact says of the case, without what every fact carries. */
const pickFacts = (facts: Facts): Facts => ({
  caseId: facts.caseId,
  matterName: facts.matterName,
  departmentName: facts.departmentName,
  why: facts.why,
  step: facts.step,
  used: facts.used,
  limitDays: facts.limitDays,
  dueOn: facts.dueOn,
  approximate: facts.approximate,
  procedure: facts.procedure,
  pausedFrom: facts.pausedFrom ?? null,
})
