import type { Hall } from '../contract/hall.ts'

type Fault = { path: PropertyKey[]; message: string }
const order = '结束时间要晚于开始时间。'

/** What levels, hours, quotas and tides say about queues and counters that other files know. */
export function lineFaults({ queues, counters, tides, lunch, hours, dayClose }: Hall): Fault[] {
  const faults: Fault[] = []
  const known = new Set(queues.map(({ id }) => id))
  const numbers = new Set(counters.map(({ id }) => id))
  const needs = (set: ReadonlySet<string>, what: string, id: string, path: PropertyKey[]): void => {
    if (!set.has(id)) faults.push({ path, message: `没有${what} ${id}。请改成已有的编号，或先加上它。` })
  }
  const inOrder = (span: { from: string; to: string } | null | undefined, path: PropertyKey[]): void => {
    if (span && span.to <= span.from) faults.push({ path: [...path, 'to'], message: order })
  }
  for (const [index, { levels }] of counters.entries())
    for (const id of Object.keys(levels)) needs(known, '队列', id, ['counters', index, 'levels', id])
  for (const [index, queue] of queues.entries()) {
    const serving = counters.filter((one) => one.queues.includes(queue.id))
    if (serving.length > 0 && serving.every((one) => (one.levels[queue.id] ?? 1) > 1))
      faults.push({
        path: ['queues', index, 'id'],
        message: `队列 ${queue.id} 在每个窗口都排在后面，可能一直叫不到。请让一个窗口先叫它。`,
      })
    inOrder(queue.hours?.lunch, ['queues', index, 'hours', 'lunch'])
    if (queue.hours?.lastTicket != null && queue.hours.lastTicket <= (queue.hours.open ?? hours.open))
      faults.push({ path: ['queues', index, 'hours', 'lastTicket'], message: '最后取号的时间要晚于开始的时间。' })
    for (const [nth, slot] of (queue.quota?.slots ?? []).entries()) {
      inOrder(slot, ['queues', index, 'quota', 'slots', nth])
      if (nth > 0 && slot.from < (queue.quota?.slots[nth - 1]?.to ?? ''))
        faults.push({ path: ['queues', index, 'quota', 'slots', nth, 'from'], message: '时段要从早到晚写，不能重叠。' })
    }
  }
  inOrder(lunch, ['lunch'])
  const seen = new Set<string>()
  for (const [index, tide] of tides.entries()) {
    if (seen.has(tide.id))
      faults.push({ path: ['tides', index, 'id'], message: `潮汐编号 ${tide.id} 写了两次，请改成不同的。` })
    seen.add(tide.id)
    inOrder(tide, ['tides', index])
    for (const [nth, id] of tide.counters.entries()) needs(numbers, '窗口', id, ['tides', index, 'counters', nth])
    for (const [nth, id] of tide.queues.entries()) needs(known, '队列', id, ['tides', index, 'queues', nth])
  }
  if (dayClose !== null && dayClose.at < hours.close)
    faults.push({ path: ['dayClose', 'at'], message: '收尾时间不能早于下班时间。' })
  return faults
}
