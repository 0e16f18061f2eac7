import type { OfficeEvent } from '../domain/events.ts'
import type { WayGoal } from '../contract/ways/way-goal.ts'
import type { Names } from './names.ts'
import type { Says } from './said.ts'

const at = (counterId: string): string => `在 ‹${counterId}› 号窗口`
const there = (counterId: string | null): string => (counterId === null ? '' : at(counterId))
const why = (reason: string | null | undefined): string => (reason ? `：${reason}` : '')

function goalWords(goal: WayGoal, zone: Names['zone']): string {
  switch (goal.kind) {
    case 'counter':
      return `${goal.counter} 号窗口`
    case 'zone':
      return zone(goal.zone)
    case 'place':
      return goal.name
  }
}

/** Numbers, their slips, their counters. */
export const saysOfTickets: Says<OfficeEvent> = {
  'day-opened': ({ day }) => ['clock', `开始新的一天 ‹${day}›，号从 001 起`],
  'ticket-taken': ({ number, queueId, priority }, { queue }) => [
    'take',
    `取了 ‹${number}›，${queue(queueId)}${priority === null ? '' : `，优先${why(priority)}`}`,
  ],
  'ticket-arrived': ({ ticketId }, { number }) => ['take', `‹${number(ticketId)}› 到厅报到`],
  'ticket-passed-over': ({ ticketId }, { number }) => ['call', `轮到 ‹${number(ticketId)}›，人还没到厅，先叫下一位`],
  'ticket-called': ({ ticketId, counterId }, { number }) => ['call', `${at(counterId)}叫 ‹${number(ticketId)}›`],
  'ticket-recalled': ({ ticketId, counterId }, { number }) => ['call', `${at(counterId)}重呼 ‹${number(ticketId)}›`],
  'ticket-served': ({ ticketId }, { number, counterOf }) => [
    'call',
    `${there(counterOf(ticketId))}开始办 ‹${number(ticketId)}›`,
  ],
  'ticket-finished': ({ ticketId }, { number, counterOf }) => [
    'finish',
    `${there(counterOf(ticketId))}办结 ‹${number(ticketId)}›`,
  ],
  'ticket-missed': ({ ticketId }, { number, counterOf }) => [
    'missed',
    `${there(counterOf(ticketId))}叫 ‹${number(ticketId)}› 没人来，过号`,
  ],
  'ticket-held': ({ ticketId, reason }, { number, counterOf }) => [
    'hold',
    `${there(counterOf(ticketId))}挂起 ‹${number(ticketId)}›${why(reason)}`,
  ],
  'ticket-resumed': ({ ticketId, counterId }, { number }) => ['hold', `${at(counterId)}回呼 ‹${number(ticketId)}›`],
  'ticket-transferred': (
    { ticketId, toQueueId, toCounterId, fromCounterId, toStaff },
    { number, queue, counterOf, staff },
  ) => [
    'transfer',
    `${there(fromCounterId ?? counterOf(ticketId))}把 ‹${number(ticketId)}› 转到 ‹${
      toStaff !== undefined
        ? `${staff(toStaff)}，在 ${toCounterId} 号窗口`
        : toCounterId === null
          ? queue(toQueueId)
          : `${toCounterId} 号窗口`
    }›`,
  ],
  'ticket-followed': ({ ticketId, counterId }, { number }) => [
    'transfer',
    `转给他的 ‹${number(ticketId)}› 跟着到 ‹${counterId}› 号窗口`,
  ],
  'ticket-requeued': ({ ticketId, place }, { number }) => [
    'requeue',
    `把过号的 ‹${number(ticketId)}› 排到第 ‹${place}› 位`,
  ],
  'ticket-deferred': ({ ticketId, place }, { number }) => [
    'requeue',
    `‹${number(ticketId)}› 晚点再来，往后到第 ‹${place}› 位`,
  ],
  'ticket-coming': ({ ticketId }, { number }) => ['call', `‹${number(ticketId)}› 说马上到`],
  'ticket-cancelled': ({ ticketId, givenBack }, { number }) => [
    'take',
    givenBack ? `‹${number(ticketId)}› 取错了，退回` : `作废 ‹${number(ticketId)}›`,
  ],
  'ticket-noted': ({ ticketId }, { number }) => ['transfer', `给 ‹${number(ticketId)}› 记了一句`],
  'materials-checked': ({ ticketId, missing }, { number }) => [
    'matter',
    `核对 ‹${number(ticketId)}› 的材料，${missing.length === 0 ? '齐了' : `缺 ‹${missing.length}› 项`}`,
  ],
  'ticket-prioritised': ({ ticketId, reason }, { number }) => [
    'requeue',
    `让 ‹${number(ticketId)}› 优先${why(reason)}`,
  ],
  'ticket-expired': ({ ticketId }, { number }) => ['missed', `一天结束，‹${number(ticketId)}› 没办完，失效`],
  'step-undone': ({ ticketId, counterId }, { number }) => [
    'undo',
    `${at(counterId)}撤销上一步，‹${number(ticketId)}› 回到原处`,
  ],
  'desk-step-undone': ({ ticketId }, { number }) => ['undo', `撤销上一步，‹${number(ticketId)}› 回到原处`],
  'leg-left': ({ ticketId, how }, { number }) => [
    'finish',
    `‹${number(ticketId)}› 这一步${how === 'skipped' ? '不用办' : '办完了'}，接下一步`,
  ],
  'legs-dropped': ({ ticketId }, { number }) => ['finish', `‹${number(ticketId)}› 后面的步骤都不办了`],
  'slip-queued': ({ ticketId, printerId }, { number }) => [
    'slip',
    `‹${number(ticketId)}› 的号票排到打印机 ‹${printerId}›`,
  ],
  'slip-printing': ({ ticketId }, { number }) => ['slip', `开始打 ‹${number(ticketId)}› 的号票`],
  'slip-printed': ({ ticketId }, { number }) => ['slip', `‹${number(ticketId)}› 的号票打出来了`],
  'slip-failed': ({ ticketId }, { number }) => ['slip', `‹${number(ticketId)}› 的号票没打出来`],
  'slip-unknown': ({ ticketId }, { number }) => ['slip', `‹${number(ticketId)}› 的号票不知道打没打出来`],
  'list-ordered': ({ printerId, matterId }, { matter }) => [
    'slip',
    `在 ‹${printerId}› 打材料清单${matterId === null ? '' : `，${matter(matterId)}`}`,
  ],
  'way-ordered': ({ printerId, goal }, { zone }) => [
    'slip',
    `在 ‹${printerId}› 打到 ‹${goalWords(goal, zone)}› 的路线`,
  ],
  'counter-opened': ({ counterId }) => ['counter', `打开 ‹${counterId}› 号窗口`],
  'counter-paused': ({ counterId, reason }) => ['counter', `暂停 ‹${counterId}› 号窗口${why(reason)}`],
  'counter-closed': ({ counterId }) => ['counter', `关闭 ‹${counterId}› 号窗口`],
  'counter-assigned': ({ counterId, queues }, { queue }) => [
    'counter',
    `让 ‹${counterId}› 号窗口改办 ‹${queues.map(queue).join('、')}›`,
  ],
  'counter-restored': ({ counterId }) => ['counter', `让 ‹${counterId}› 号窗口恢复原来的业务`],
  'tide-came': ({ counters, queues }, { queue }) => [
    'counter',
    `按时段让 ‹${counters.join('、')}› 号窗口改办 ‹${queues.map(queue).join('、')}›`,
  ],
  'tide-went': () => ['counter', '时段过了，改办的窗口恢复原来的业务'],
}
