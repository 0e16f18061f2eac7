import type { Command, Report } from './contract/commands.ts'
import type { RefusalCode } from './contract/refusals.ts'
import { keepDay } from './domain/line/keep-day.ts'
import { keepHours } from './domain/appointments/keep-hours.ts'
import { decide, turnDay } from './domain/decide.ts'
import { type Moment, type Refusal, type Subject, refuse } from './domain/decision.ts'
import type { LoggedEvent, OfficeEvent } from './domain/events.ts'
import { evolve } from './domain/evolve.ts'
import type { Key } from './domain/keys.ts'
import { touchedBy } from './domain/touched-by.ts'
import type { HallModel } from './domain/hall-model.ts'
import { type OfficeState, emptyOffice } from './domain/office-state.ts'
import type { EventLog, KeptAnswer } from './store/event-log.ts'

/** What a command gets: its body (the public interface's JSON), or a refusal in closed words. */
export type OfficeAnswer = { ok: true; body: unknown } | Refusal

/** Told after each commit: the facts that are now on disk, and what they touch. */
export type FactsListener = (events: readonly LoggedEvent[], touched: ReadonlySet<Key>) => void

export interface Office {
  /**
   * Decides, writes, then answers. The same id of the same actor gets the same answer, also after a restart. `isLate` is asked in the turn that
   * decides: what has waited too long by then, wherever it was, is refused.
   */
  handle(
    command: Command | Report,
    actor: string,
    commandId: string | null,
    isLate?: () => boolean,
  ): Promise<OfficeAnswer>
  /** What is on disk: the only state that may be shown. */
  readonly state: OfficeState
  readonly hallModel: HallModel
  /** The catalogue was imported anew; tickets that exist are not touched. */
  replaceCatalogue(hallModel: HallModel): void
  /** Called after each commit with the facts that are now on disk. */
  onFacts(listener: FactsListener): () => void
  /** Why nothing can be written; null when all is well. */
  readonly trouble: string | null
}

export interface OfficeDeps {
  hallModel: HallModel
  log: EventLog
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
  outside?: (command: Command | Report, state: OfficeState) => Refusal | null
}

interface Waiting {
  command: Command | Report
  actor: string
  commandId: string | null
  isLate: () => boolean
  give: (answer: OfficeAnswer) => void
}

const REPLAY_AT_ONCE = 10_000
const ANSWERS_KEPT_MS = 2 * 24 * 3_600_000

/** The one place where state changes: takes all commands that wait, decides them in order, one durable commit, then shows. */
export async function openOffice({
  hallModel: firstHallModel,
  log,
  moment,
  answer,
  outside = () => null,
}: OfficeDeps): Promise<Office> {
  let hallModel = firstHallModel
  // `shown` is what is on disk; `ahead` runs before it while a commit is under way.
  let shown = await replay(log)
  let ahead = structuredClone(shown)
  let trouble: string | null = null
  const answers = new Map<string, OfficeAnswer>()
  for (const kept of await log.answersSince(moment().now - ANSWERS_KEPT_MS))
    answers.set(kept.commandId, kept.body as OfficeAnswer)
  const listeners = new Set<FactsListener>()
  const queue: Waiting[] = []
  let running = false
  let sweptOn = shown.day

  async function run(): Promise<void> {
    running = true
    // Whatever broke, the next order is heard.
    while (queue.length > 0) await turn(queue.splice(0)).catch(throwLater)
    running = false
  }

  async function turn(turnOf: Waiting[]): Promise<void> {
    const events: LoggedEvent[] = []
    const kept: KeptAnswer[] = []
    const replies: [Waiting, OfficeAnswer][] = []
    const before = ahead.seq
    const record = (facts: OfficeEvent[], at: number, actor: string, commandId: string | null): void => {
      for (const fact of facts) {
        const event: LoggedEvent = { ...fact, seq: ahead.seq + 1, at, actor, commandId }
        evolve(ahead, event)
        events.push(event)
      }
    }
    try {
      for (const one of turnOf) {
        const { command, actor, commandId, isLate } = one
        const now = moment()
        record(keepHours(hallModel, ahead, now.now), now.now, 'hall', null)
        record(turnDay(ahead, now.day), now.now, 'hall', null)
        record(keepDay(hallModel, ahead, now), now.now, 'hall', null)
        const before = commandId === null ? undefined : answers.get(commandId)
        if (before) {
          replies.push([one, before])
          continue
        }
        // After what was answered before: whoever asks again for an answer that was lost is told the truth, however late.
        const late = isLate() ? refuse('not-sent') : null
        const decision =
          late ??
          outside(command, ahead) ??
          decide(hallModel, ahead, command, actor, { ...now, day: ahead.day ?? now.day })
        if (decision.ok) record(decision.events, now.now, actor, commandId)
        const reply: OfficeAnswer = decision.ok
          ? { ok: true, body: answer(hallModel, ahead, command, decision.subject, now.now) }
          : decision
        replies.push([one, reply])
        if (commandId !== null && isRemembered(reply)) {
          // Known within this turn too: a double press in one packet is one order.
          answers.set(commandId, reply)
          kept.push({ commandId, at: now.now, body: reply })
        }
      }
      if (events.length > 0 || kept.length > 0) await log.append(before, events, kept)
      trouble = null
    } catch (broken) {
      trouble = broken instanceof Error ? broken.message : String(broken)
      for (const { commandId } of kept) answers.delete(commandId)
      ahead = structuredClone(shown)
      const refusal: Refusal = { ok: false, code: 'cannot-write', details: {} }
      for (const { give } of turnOf) give(refusal)
      return
    }
    const touched = new Set<Key>()
    const touch = (key: Key): void => void touched.add(key)
    for (const event of events) {
      touchedBy(shown, event, touch)
      evolve(shown, event)
      touchedBy(shown, event, touch)
    }
    for (const [{ give }, reply] of replies) give(reply)
    if (events.length > 0)
      for (const listener of listeners) {
        try {
          listener(events, touched)
        } catch (broken) {
          throwLater(broken)
        }
      }
    if (sweptOn !== shown.day) await sweep()
  }

  async function sweep(): Promise<void> {
    sweptOn = shown.day
    answers.clear()
    for (const kept of await log.answersSince(moment().now - ANSWERS_KEPT_MS))
      answers.set(kept.commandId, kept.body as OfficeAnswer)
  }

  return {
    handle: (command, actor, commandId, isLate = () => false) =>
      new Promise((give) => {
        queue.push({ command, actor, commandId: commandId === null ? null : `${actor}/${commandId}`, isLate, give })
        // A macrotask: commands that arrive together share one commit.
        if (!running) {
          running = true
          setImmediate(() => void run())
        }
      }),
    get state() {
      return shown
    },
    get hallModel() {
      return hallModel
    },
    get trouble() {
      return trouble
    },
    replaceCatalogue: (next) => {
      hallModel = next
    },
    onFacts: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** For the process to hear of: what was decided stands, whoever of the listeners broke over it. */
function throwLater(broken: unknown): void {
  setImmediate(() => {
    throw broken
  })
}

/** Refusals about the moment are kept; those about the request itself come out the same anyway and write nothing. */
function isRemembered(answer: OfficeAnswer): boolean {
  const sayAgain: RefusalCode[] = [
    'not-sent',
    'unknown-matter',
    'unknown-queue',
    'unknown-counter',
    'unknown-terminal',
    'unknown-ticket',
    'unknown-printer',
    'not-understood',
  ]
  return answer.ok || !sayAgain.includes(answer.code)
}

/** State is a fold of the log. */
export async function replay(log: EventLog): Promise<OfficeState> {
  const state = emptyOffice()
  for (;;) {
    const events = await log.read(state.seq, REPLAY_AT_ONCE)
    if (events.length === 0) return state
    for (const event of events) evolve(state, event)
  }
}
