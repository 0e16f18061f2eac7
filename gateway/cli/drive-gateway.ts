import { randomUUID } from 'node:crypto'
import type { Command } from '../contract/commands.ts'
import type { Subject } from '../domain/decision.ts'
import type { Simulation } from '../domain/simulation/run-hall.ts'

/** So many orders are under way at once: they share a commit, and a busy machine keeps up. */
const AT_ONCE = 24

export interface Driven {
  given: number
  refused: number
  /** When the played hall is, epoch ms, and by how much real time it lags behind its speed. */
  now: number
  lateMs: number
}

/**
 * Lets a running hall live through a simulated day, `speed` times faster than life, over its public interface. The played hall is
 * the script: each order that it obeyed is given to the gateway, those of one counter and of one ticket one after the other. Orders
 * that the gateway refuses (somebody else worked there) are counted and passed over. Ends when the day is over or `signal` says so.
 * Throws when the token may not do it, or the gateway is gone.
 */
export async function driveGateway(
  open: (witness: (command: Command, subject: Subject, at: number) => void) => Simulation,
  to: { url: string; token: string; speed: number; signal: AbortSignal },
  progress: (driven: Driven) => void,
): Promise<Driven> {
  const orders: { command: Command; subject: Subject }[] = []
  const simulation = open((command, subject) => orders.push({ command, subject }))
  const theirs = new Map<string, string>()
  const last = new Map<string, Promise<void>>()
  const underWay = new Set<Promise<void>>()
  const driven: Driven = { given: 0, refused: 0, now: simulation.now, lateMs: 0 }
  let broken: unknown = null
  let began: { real: number; played: number } | null = null

  async function give({ command, subject }: { command: Command; subject: Subject }, after: readonly Promise<void>[]): Promise<void> {
    await Promise.all(after)
    const call = callOf(command, subject, theirs)
    if (call === null || broken !== null) return
    const answer = await fetch(new URL(`/api/v1/${call.path}`, to.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${to.token}`, 'idempotency-key': randomUUID() },
      body: JSON.stringify(call.body),
    })
    const body = (await answer.json().catch(() => null)) as { ticketId?: string } | null
    if (answer.status === 401 || answer.status === 403) throw new Error(`${call.path}：口令没有这个权限（${answer.status}）`)
    if (command.type === 'take-ticket' && subject.ticketId !== null && body?.ticketId !== undefined) theirs.set(subject.ticketId, body.ticketId)
    driven.given++
    if (!answer.ok) driven.refused++
  }

  while (simulation.nextAt !== null && !to.signal.aborted && broken === null) {
    const at = simulation.nextAt
    simulation.step()
    if (orders.length === 0) continue
    began ??= { real: Date.now(), played: at }
    const due = began.real + (at - began.played) / to.speed - Date.now()
    if (due > 0) await new Promise((done) => setTimeout(done, due))
    for (const order of orders.splice(0)) {
      const keys = keysOf(order.command, order.subject)
      const mine = give(
        order,
        keys.flatMap((key) => last.get(key) ?? []),
      ).catch((fault: unknown) => {
        broken ??= fault
      })
      for (const key of keys) last.set(key, mine)
      underWay.add(mine)
      void mine.then(() => underWay.delete(mine))
      if (underWay.size >= AT_ONCE) await Promise.race(underWay)
    }
    Object.assign(driven, { now: simulation.now, lateMs: Math.max(0, -due) })
    progress(driven)
  }
  await Promise.all(underWay)
  if (broken !== null) throw broken
  return driven
}

/** Orders with a key in common are given one after the other: at one counter, about one ticket. */
function keysOf(command: Command, { ticketId, counterId }: Subject): string[] {
  const counter = 'counterId' in command ? command.counterId : counterId
  return [...(ticketId === null ? [] : [`ticket ${ticketId}`]), ...(counter === null ? [] : [`counter ${counter}`])]
}

/** The call of the public interface that gives an order; null = there is none. */
function callOf(command: Command, subject: Subject, theirs: ReadonlyMap<string, string>): { path: string; body: Record<string, unknown> } | null {
  const ticket = subject.ticketId === null ? undefined : theirs.get(subject.ticketId)
  switch (command.type) {
    case 'take-ticket':
      return { path: 'tickets', body: { queueId: command.queueId, ...(command.priority === null ? {} : { priority: command.priority }), printer: 'none' } }
    case 'open-counter':
    case 'close-counter':
    case 'recall-ticket':
    case 'serve-ticket':
    case 'hold-ticket':
    case 'miss-ticket':
    case 'finish-ticket':
    case 'resume-ticket':
      return { path: `counters/${command.counterId}/${command.type.split('-')[0] === 'miss' ? 'missed' : command.type.split('-')[0]}`, body: {} }
    case 'pause-counter':
      return { path: `counters/${command.counterId}/pause`, body: { reason: command.reason } }
    case 'call-next':
      return { path: `counters/${command.counterId}/next`, body: {} }
    case 'transfer-ticket':
      return command.counterId === null ? null : { path: `counters/${command.counterId}/transfer`, body: { queueId: command.toQueueId } }
    case 'requeue-ticket':
      return ticket === undefined ? null : { path: `tickets/${ticket}/requeue`, body: {} }
    case 'cancel-ticket':
      return ticket === undefined ? null : { path: `tickets/${ticket}/cancel`, body: {} }
    default:
      return null
  }
}
