import { lineOf } from './state.ts'
import type { Command } from '../../contract/commands.ts'
import { isOffered } from '../../contract/is-offered.ts'
import { redeemCode } from '../appointments/redeem-code.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { OfficeEvent } from '../events.ts'
import { plannedLegs } from '../flows/legs.ts'
import type { PlannedLeg } from '../flows/leg.ts'
import type { HallModel } from '../hall-model.ts'
import { closedNow, closedToday } from './open-hours.ts'
import { lastNumberOf } from '../log-gaps/state.ts'
import { quotaFull, slotAt } from './quotas.ts'
import { absentTicketOf, liveTicketOf } from './live-identity.ts'
import { remoteRefused } from './remote-places.ts'
import type { OfficeState } from '../office-state.ts'
import { queueWaits } from '../waits/queue-waits.ts'

/**
 * A number by matter, queue, flow or appointment code. An appointment in its window passes opening, break and last number. Refuses: unknown matter, queue, flow, terminal or printer; a matter that no
 * counter here handles; a closed hall or queue; no numbers left; a code that is not worth a number now; a card that was not read; a person who holds a live number in that queue. From outside also: a hall without
 * it, a share that is used up, and who has a number elsewhere in the hall and has not come yet.
 */
export function takeTicket(
  hallModel: HallModel,
  state: OfficeState,
  command: Extract<Command, { type: 'take-ticket' }>,
  moment: Moment,
): Decision {
  const { appointmentCode = null, flowId = null, identity = null } = command
  const earlyReason = command.earlyReason ?? null
  if (command.withCard === true && identity === null) return refuse('card-not-read')
  const redeemed =
    appointmentCode === null ? null : redeemCode(hallModel, state, appointmentCode, moment, earlyReason !== null)
  if (redeemed !== null && !redeemed.ok) return refuse(redeemed.code, redeemed.details)
  const legs = flowId === null || redeemed !== null ? [] : legsOf(hallModel, flowId)
  if (legs === null) return refuse('unknown-flow', { flowId })
  if (flowId !== null && redeemed === null && legs.length === 0) return refuse('not-at-counter', { flowId })
  const wanted = redeemed?.appointment ?? {
    matterId: legs[0]?.matterIds[0] ?? command.matterId,
    queueId: command.queueId,
  }
  const known = wanted.matterId === null ? null : hallModel.matters.get(wanted.matterId)
  // Whoever was told to come is served in the queue that was booked, whatever an import has made of the matter since.
  const isGone = known === undefined || (known !== null && (!isOffered(known) || known.queueId === null))
  const matter = redeemed !== null && isGone ? null : known
  if (matter === undefined) return refuse('unknown-matter', { matterId: wanted.matterId })
  if (matter !== null && !isOffered(matter)) return refuse('matter-not-offered', { matterId: matter.id })
  const [first] = legs
  if (matter !== null && matter.queueId === null && !first) return refuse('not-at-counter', { matterId: matter.id })
  const queue = hallModel.queues.get(
    redeemed?.appointment.queueId ?? first?.queueId ?? matter?.queueId ?? wanted.queueId ?? '',
  )
  if (!queue) return refuse('unknown-queue', { queueId: command.queueId })
  const terminal = hallModel.hall.terminals.find((one) => one.id === command.terminalId)
  if (command.terminalId !== null && !terminal) return refuse('unknown-terminal', { terminalId: command.terminalId })
  const printerId = command.printer === 'none' ? null : (command.printer ?? terminal?.printer ?? null)
  if (printerId !== null && !hallModel.hall.printers.some((printer) => printer.id === printerId))
    return refuse('unknown-printer', { printer: printerId })
  const isExpected = redeemed?.inWindow === true
  const no =
    (isExpected ? closedToday(hallModel, moment, queue) : closedNow(hallModel, moment, queue)) ??
    (redeemed === null ? quotaFull(hallModel, state, moment, queue) : null)
  if (no) return no
  const remote = command.remote === true
  const notRemote = remote ? remoteRefused(hallModel, state, queue) : null
  if (notRemote) return notRemote
  const held = liveTicketOf(state, identity, queue.id) ?? (remote ? absentTicketOf(state, identity) : null)
  if (held) return refuse('duplicate', { number: held.number, queueId: held.queueId })

  const ticketId = moment.newId()
  const count = lastNumberOf(state, queue.series) + 1
  const taken = {
    type: 'ticket-taken' as const,
    ticketId,
    day: moment.day,
    series: queue.series,
    number: `${queue.series}${String(count).padStart(3, '0')}`,
    queueId: queue.id,
    matterId: matter?.id ?? null,
    matterName: matter?.name ?? null,
    token: moment.newId(),
    terminalId: command.terminalId,
    priority: command.priority,
    missing: command.missing,
    accessible: command.accessible,
    ...(legs.length === 0 ? {} : { flowId, legs }),
    ...(identity === null ? {} : { identity }),
    ...(redeemed !== null || slotAt(queue, moment.minute) === null ? {} : { slot: slotAt(queue, moment.minute)?.from }),
    ...(redeemed === null ? {} : { booked: true as const }),
    ...(remote ? { remote: true as const } : {}),
    ...(command.language === undefined ? {} : { language: command.language }),
    forecast: queueWaits(hallModel, state, queue.id, moment.now).of(lineOf(state, queue.id).length, null),
  }
  const met: OfficeEvent[] =
    redeemed === null
      ? []
      : [
          {
            type: 'appointment-met',
            appointmentId: redeemed.appointment.id,
            ticketId,
            counts: redeemed.counts,
            ...(earlyReason === null || redeemed.inWindow ? {} : { early: earlyReason }),
          },
        ]
  return accept(
    [taken, ...met, ...(printerId === null ? [] : [{ type: 'slip-queued' as const, ticketId, copy: 1, printerId }])],
    { ticketId },
  )
}

function legsOf(hallModel: HallModel, flowId: string): PlannedLeg[] | null {
  const flow = hallModel.hall.flows.find(({ id }) => id === flowId)
  return flow ? plannedLegs(hallModel, flow) : null
}
