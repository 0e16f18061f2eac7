import type { Command, Report } from '../../contract/commands.ts'
import type { EscalationRule, Standing } from '../../contract/escalations.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { OfficeEvent } from '../events.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { chiefOf, onDuty } from '../roster/on-duty.ts'
import type { Escalation } from './state.ts'

type EscalationCommand = Extract<Command | Report, { type: 'report-standing' | 'take-escalation' }>

/** How long something may stand before this rule tells of it, ms. */
const afterMs = ({ what, afterMinutes }: EscalationRule, { hall }: HallModel): number =>
  afterMinutes !== null ? afterMinutes * 60_000 : what === 'help' ? hall.helpEscalateSeconds * 1_000 : 0

/** What a rule tells of for the first time, and what was told and stands no more. */
export function escalationNews(
  hallModel: HallModel,
  { escalations: { open } }: Pick<OfficeState, 'escalations'>,
  standing: readonly Standing[],
  now: number,
): { raised: { rule: EscalationRule; one: Standing }[]; ended: Escalation[] } {
  const ended = open.filter(
    (one) => !standing.some(({ what, subjectId }) => what === one.what && subjectId === one.subjectId),
  )
  const raised = hallModel.hall.escalations.flatMap((rule) =>
    standing
      .filter((one) => one.what === rule.what && now - one.since >= afterMs(rule, hallModel))
      .filter((one) => !open.some(({ ruleId, subjectId }) => ruleId === rule.id && subjectId === one.subjectId))
      .map((one) => ({ rule, one })),
  )
  return { raised, ended }
}

const secondsSince = (at: number, now: number): number => Math.max(0, Math.round((now - at) / 1000))

/**
 * What stands longer than a rule allows is raised once, to whom the rule and the roster say; what stands no more is ended. Told the same again,
 * nothing is written. Whoever takes it first has it.
 */
export function runEscalations(
  hallModel: HallModel,
  state: OfficeState,
  command: EscalationCommand,
  actor: string,
  moment: Moment,
): Decision {
  const { open } = state.escalations
  if (command.type === 'take-escalation') {
    const one = open.find(({ id }) => id === command.escalationId)
    if (!one) return refuse('already-so')
    if (one.takenBy !== null) return refuse('already-so')
    const afterSeconds = secondsSince(one.at, moment.now)
    const { id, name, how } = one
    return accept([{ type: 'escalation-taken', escalationId: id, name, how, by: actor, afterSeconds }])
  }
  const { raised, ended } = escalationNews(hallModel, state, command.standing, moment.now)
  return accept([
    ...ended.map(
      ({ id, at, name, how }): OfficeEvent => ({
        type: 'escalation-ended',
        escalationId: id,
        name,
        how,
        afterSeconds: secondsSince(at, moment.now),
      }),
    ),
    ...raised.map(({ rule, one }) => raise(state, rule, one, moment)),
  ])
}

function raise({ roster }: OfficeState, rule: EscalationRule, one: Standing, moment: Moment): OfficeEvent {
  return {
    type: 'escalation-raised',
    escalationId: moment.newId(),
    ruleId: rule.id,
    what: one.what,
    subjectId: one.subjectId,
    name: one.name,
    since: one.since,
    to: rule.to,
    names: namesOf(rule, one),
    how: rule.how,
  }
  function namesOf({ to }: EscalationRule, { departmentName }: Standing): string[] {
    const { day, minute } = moment
    switch (to) {
      case 'chief': {
        const chief = departmentName === null ? null : chiefOf(roster, departmentName, day)
        return chief === null ? [] : [chief]
      }
      case 'leader':
        return onDuty(roster, 'leader', day, minute).map(({ name }) => name)
      case 'guides':
        return onDuty(roster, 'guide', day, minute).map(({ name }) => name)
      case 'supervisors':
        return []
    }
  }
}
