import type { Command } from '../contract/commands.ts'
import type { Subject } from '../domain/decision.ts'
import type { Simulation } from '../domain/simulation/run-hall.ts'
import { newId, pause, monotonic } from '../time.ts'

/** How far it is: orders given and refused, the hour that is played (epoch ms), and by how many played minutes it is late. */
export interface DriveProgress {
  readonly given: number
  readonly refused: number
  readonly now: number
  readonly lateMinutes: number
}

interface Target {
  url: string
  token: string
  /** So many times faster than life. */
  speed: number
  signal: AbortSignal
  /** Pauses between tries while the hall does not answer, ms. */
  pauses: readonly number[]
}

/**
 * Lets a running hall live through a simulated day, `speed` times faster than life, over its public interface. The played hall is
 * the script: each order that it obeyed is given to the gateway. Orders that the gateway refuses (somebody else worked there) are
 * counted and passed over; a gateway that is started anew meanwhile is waited for, and no order is given twice. Ends when the day is
 * over or `signal` says so. Throws in words when the hall stays away or the token may not do it.
 */
export async function driveGateway(
  open: (witness: (command: Command, subject: Subject, at: number) => void) => Simulation,
  to: Target,
  progress: (at: DriveProgress) => void,
): Promise<{ given: number; refused: number }> {
  const orders: { command: Command; subject: Subject }[] = []
  const simulation = open((command, subject) => orders.push({ command, subject }))
  const theirs = new Map<string, string>()
  const count = { given: 0, refused: 0 }
  let began: { real: number; played: number } | null = null
  while (simulation.nextAt !== null && !to.signal.aborted) {
    const at = simulation.nextAt
    simulation.step()
    if (orders.length === 0) continue
    began ??= { real: monotonic(), played: at }
    const due = began.real + (at - began.played) / to.speed - monotonic()
    if (due > 0) await pause(due)
    for (const { command, subject } of orders.splice(0)) {
      const call = callOf(command, subject, theirs)
      if (call === null || to.signal.aborted) continue
      const { ok, ticketId } = await give(call, to)
      if (command.type === 'take-ticket' && subject.ticketId !== null && ticketId !== undefined)
        theirs.set(subject.ticketId, ticketId)
      count.given++
      if (!ok) count.refused++
    }
    progress({ ...count, now: simulation.now, lateMinutes: Math.max(0, (-due * to.speed) / 60_000) })
  }
  return count
}

/** One order, said again with the same key until it is answered. */
async function give(
  call: { path: string; body: Record<string, unknown> },
  { url, token, pauses }: Target,
): Promise<{ ok: boolean; ticketId?: string | undefined }> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    'idempotency-key': newId(),
  }
  for (const wait of [...pauses, null]) {
    const answer = await fetch(new URL(`/api/v1/${call.path}`, url), {
      method: 'POST',
      headers,
      body: JSON.stringify(call.body),
    }).catch(() => null)
    if (answer?.status === 401 || answer?.status === 403)
      throw new Error(`${call.path}：口令没有这个权限（${answer.status}）。请用有 supervisor 岗位的口令。`)
    if (answer) {
      const body = (await answer.json().catch(() => null)) as { ticketId?: string } | null
      return { ok: answer.ok, ticketId: body?.ticketId }
    }
    if (wait !== null) await pause(wait)
  }
  throw new Error(`连不上大厅 ${url}。请看看网关有没有在运行。`)
}

/** The call of the public interface that gives an order; null = there is none. */
function callOf(
  command: Command,
  subject: Subject,
  theirs: ReadonlyMap<string, string>,
): { path: string; body: Record<string, unknown> } | null {
  const ticket = subject.ticketId === null ? undefined : theirs.get(subject.ticketId)
  switch (command.type) {
    case 'take-ticket':
      return {
        path: 'tickets',
        body: {
          queueId: command.queueId,
          ...(command.priority === null ? {} : { priority: command.priority }),
          printer: 'none',
        },
      }
    case 'open-counter':
    case 'close-counter':
    case 'recall-ticket':
    case 'serve-ticket':
    case 'hold-ticket':
    case 'miss-ticket':
    case 'finish-ticket':
    case 'resume-ticket':
      return {
        path: `counters/${command.counterId}/${command.type.split('-')[0] === 'miss' ? 'missed' : command.type.split('-')[0]}`,
        body: {},
      }
    case 'pause-counter':
      return { path: `counters/${command.counterId}/pause`, body: { reason: command.reason } }
    case 'call-next':
      return { path: `counters/${command.counterId}/next`, body: {} }
    case 'transfer-ticket':
      return command.counterId === null
        ? null
        : { path: `counters/${command.counterId}/transfer`, body: { queueId: command.toQueueId } }
    case 'requeue-ticket':
      return ticket === undefined ? null : { path: `tickets/${ticket}/requeue`, body: {} }
    case 'cancel-ticket':
      return ticket === undefined ? null : { path: `tickets/${ticket}/cancel`, body: {} }
    default:
      return null
  }
}
