import type { Command, Report } from '../contract/commands.ts'
import { type Asked, type TurnDeps, decideTurn } from './decide-turn.ts'
import type { Refusal } from '../domain/decision.ts'
import type { LoggedEvent } from '../domain/events.ts'
import { evolve } from '../domain/evolve.ts'
import type { Key } from '../domain/keys.ts'
import { touchedBy } from '../domain/touched-by.ts'
import type { HallModel } from '../domain/hall-model.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { type OfficeAnswer, rememberedAnswers } from './remembered-answers.ts'
import { replay } from './replay.ts'
import { breathe } from '../time.ts'
import { type DiskTrouble, diskTrouble } from '../store/disk-trouble.ts'
import type { EventLog } from '../store/event-log.ts'
import { bodyOf } from '../store/hash-chain.ts'

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
  readonly trouble: DiskTrouble | null
}

export interface OfficeDeps extends Pick<TurnDeps, 'moment' | 'answer'> {
  hallModel: HallModel
  log: EventLog
  outside?: TurnDeps['outside']
  /** The state as the log has it, when that is known already. */
  replayed?: OfficeState
  /** Something threw that should not; the office goes on. */
  onBroken?: (error: unknown) => void
}

interface Waiting extends Asked {
  give: (answer: OfficeAnswer) => void
}

/** The one place where state changes: takes all commands that wait, decides them in order, one durable commit, then shows. */
export async function openOffice({
  hallModel: firstHallModel,
  log,
  moment,
  answer,
  outside = () => null,
  replayed,
  onBroken = throwLater,
}: OfficeDeps): Promise<Office> {
  let hallModel = firstHallModel
  // `shown` is what is on disk; `ahead` runs before it while a commit is under way.
  let shown = replayed ?? (await replay(log))
  let ahead = structuredClone(shown)
  let trouble: DiskTrouble | null = null
  const answers = await rememberedAnswers(log, () => shown.clock.newestAt ?? 0)
  const listeners = new Set<FactsListener>()
  const queue: Waiting[] = []
  let running = false
  let sweptOn = shown.day

  async function run(): Promise<void> {
    running = true
    try {
      while (queue.length > 0) await turn(nextTurn(queue))
    } catch (broken) {
      onBroken(broken)
    } finally {
      running = false
      // Whatever broke ended its own turn; who came meanwhile is not left waiting.
      if (queue.length > 0) start()
    }
  }
  function start(): void {
    if (running) return
    running = true
    void breathe().then(run)
  }

  /** One durable commit for a turn; what cannot be decided takes only its own command with it. */
  async function turn(turnOf: Waiting[]): Promise<void> {
    const decided = decideTurn(turnOf, { hallModel, ahead, answers, moment, answer, outside, onBroken })
    if (decided === null) {
      ahead = structuredClone(shown)
      if (turnOf.length > 1) for (const one of turnOf) await turn([one])
      else for (const { give } of turnOf) give(notWritten('other'))
      return
    }
    const { before, events, kept, replies } = decided
    try {
      if (events.length > 0 || kept.length > 0) await log.append(before, events, kept)
      trouble = null
    } catch (broken) {
      trouble = diskTrouble(broken)
      answers.forget(kept)
      const missed = await catchUp().catch((error: unknown) => {
        onBroken(error)
        return []
      })
      // All of it or nothing: when its last fact is on disk and shown, everybody is told what came of it. Facts of another writer are none of it.
      const [last, own] = [missed.at(-1), events.at(-1)]
      const isWritten = last !== undefined && own !== undefined && bodyOf(last) === bodyOf(own)
      ahead = structuredClone(shown)
      if (isWritten) giveAll(turnOf, replies)
      else for (const { give } of turnOf) give(notWritten(trouble))
      return
    }
    const touched = show(events)
    // Before the answers: whoever waits for the last one may close the log.
    if (sweptOn !== shown.day) {
      sweptOn = shown.day
      await answers.sweep().catch(onBroken)
    }
    giveAll(turnOf, replies)
    if (events.length > 0) for (const listener of listeners) tell(listener, events, touched)
  }

  /** Says what was touched; a view is asked before and after, because a fact can move what it reads. */
  function show(events: readonly LoggedEvent[]): ReadonlySet<Key> {
    const touched = new Set<Key>()
    const touch = (key: Key): void => void touched.add(key)
    try {
      for (const event of events) {
        touchedBy(shown, event, touch)
        evolve(shown, event)
        touchedBy(shown, event, touch)
      }
    } catch (broken) {
      // The same facts fitted a moment ago: what they made then is what is on disk.
      onBroken(broken)
      shown = structuredClone(ahead)
    }
    return touched
  }
  /** A commit may have failed after all of it was on disk. */
  async function catchUp(): Promise<readonly LoggedEvent[]> {
    if ((await log.end()).seq <= shown.seq) return []
    const missed = await log.read(shown.seq, Number.MAX_SAFE_INTEGER)
    const touched = show(missed)
    await answers.reload()
    for (const listener of listeners) tell(listener, missed, touched)
    return missed
  }
  function tell(listener: FactsListener, events: readonly LoggedEvent[], touched: ReadonlySet<Key>): void {
    try {
      listener(events, touched)
    } catch (broken) {
      onBroken(broken)
    }
  }

  return {
    handle: (command, actor, commandId, isLate = () => false) =>
      new Promise((give) => {
        queue.push({ command, actor, commandId: commandId === null ? null : `${actor}/${commandId}`, isLate, give })
        // A macrotask: commands that arrive together share one commit.
        start()
      }),
    get state() {
      return shown
    },
    get hallModel() {
      return hallModel
    },
    get trouble() {
      return trouble ?? log.trouble?.() ?? null
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
  queueMicrotask(() => {
    throw broken
  })
}

function giveAll(turnOf: readonly Waiting[], replies: readonly OfficeAnswer[]): void {
  for (const [nth, { give }] of turnOf.entries()) give(replies[nth] ?? notWritten('other'))
}

const notWritten = (why: DiskTrouble): Refusal => ({ ok: false, code: 'cannot-write', details: { why } })

/** All that wait; but what sets the hall's clock ends its turn, because who comes after it lives by another time. */
function nextTurn(queue: Waiting[]): Waiting[] {
  const clock = queue.findIndex(({ command: { type } }) => type === 'trust-clock' || type === 'report-clock')
  return queue.splice(0, clock < 0 ? queue.length : clock + 1)
}
