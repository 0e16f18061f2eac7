import type { Command, Report } from '../contract/commands.ts'
import { keepHours } from '../domain/appointments/keep-hours.ts'
import { decide, turnDay } from '../domain/decide.ts'
import { type Moment, type Refusal, type Subject, refuse } from '../domain/decision.ts'
import type { LoggedEvent, OfficeEvent } from '../domain/events.ts'
import { evolve } from '../domain/evolve.ts'
import { remindGrievances } from '../domain/grievances/remind.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { keepDay } from '../domain/line/keep-day.ts'
import type { OfficeState } from '../domain/office-state.ts'
import type { OfficeAnswer, RememberedAnswers } from './remembered-answers.ts'
import type { KeptAnswer } from '../store/event-log.ts'

/** An order that waits for its turn. */
export interface Asked {
  command: Command | Report
  actor: string
  commandId: string | null
  /** Asked when it is decided. */
  isLate: () => boolean
}

export interface TurnDeps {
  hallModel: HallModel
  /** Runs before what is on disk: each order of the turn sees what those before it did. */
  ahead: OfficeState
  answers: RememberedAnswers
  moment: () => Moment
  /** Makes the answer from the state right after the command. */
  answer: (
    hallModel: HallModel,
    state: OfficeState,
    command: Command | Report,
    subject: Subject,
    now: number,
  ) => unknown
  /** Refuses what the log alone cannot judge: a file that is not there. */
  outside: (command: Command | Report, state: OfficeState) => Refusal | null
  onBroken: (error: unknown) => void
}

export interface DecidedTurn {
  /** The log's number before it. */
  before: number
  events: LoggedEvent[]
  kept: KeptAnswer[]
  /** In the order of the turn. */
  replies: OfficeAnswer[]
}

/** Decides all orders of a turn, one after the other, and writes nothing. null = something in it threw; nothing of it counts then. */
export function decideTurn(turn: readonly Asked[], deps: TurnDeps): DecidedTurn | null {
  const { hallModel, ahead, answers, moment, answer, outside, onBroken } = deps
  const events: LoggedEvent[] = []
  const kept: KeptAnswer[] = []
  const before = ahead.seq
  const record = (facts: OfficeEvent[], at: number, actor: string, commandId: string | null): void => {
    for (const fact of facts) {
      const event: LoggedEvent = { ...fact, seq: ahead.seq + 1, at, actor, commandId }
      evolve(ahead, event)
      events.push(event)
    }
  }
  function replyTo({ command, actor, commandId, isLate }: Asked): OfficeAnswer {
    const now = moment()
    record(keepHours(hallModel, ahead, now.now), now.now, 'hall', null)
    record(turnDay(ahead, now.day), now.now, 'hall', null)
    record(keepDay(hallModel, ahead, now), now.now, 'hall', null)
    record(remindGrievances(ahead.grievances, now.day), now.now, 'hall', null)
    const given = commandId === null ? undefined : answers.get(commandId, command)
    if (given) return given
    // After what was answered before: whoever asks again for an answer that was lost is told the truth, however late.
    const late = isLate() ? refuse('not-sent') : null
    const today = { ...now, day: ahead.day ?? now.day }
    const decision = late ?? outside(command, ahead) ?? decide(hallModel, ahead, command, actor, today)
    if (decision.ok) record(decision.events, now.now, actor, commandId)
    const reply: OfficeAnswer = decision.ok
      ? { ok: true, body: answer(hallModel, ahead, command, decision.subject, now.now) }
      : decision
    // Known within this turn too: a double press in one packet is one order.
    const row = commandId === null ? null : answers.keep(commandId, command, reply, now.now)
    if (row) kept.push(row)
    return reply
  }
  try {
    return { before, events, kept, replies: turn.map(replyTo) }
  } catch (broken) {
    onBroken(broken)
    answers.forget(kept)
    return null
  }
}
