import type { Hall } from '../contract/hall.ts'
import type { Matter } from '../contract/matter.ts'
import type { HallFault } from './read-hall.ts'

type Place = (path: readonly PropertyKey[], message: string) => HallFault

/** What one file says about another: doubled ids, names that do not exist, queues that nobody serves. */
export function crossFaults(hall: Hall, matters: readonly Matter[], place: Place, placeMatter: (index: number, key: string, message: string) => HallFault): HallFault[] {
  const faults: HallFault[] = []
  const once = (list: readonly { id: string }[], key: string, what: string): Set<string> => {
    const seen = new Set<string>()
    list.forEach(({ id }, index) => {
      if (seen.has(id)) faults.push(place([key, index, 'id'], `${what}编号 ${id} 写了两次，请改成不同的。`))
      seen.add(id)
    })
    return seen
  }
  const departments = once(hall.departments, 'departments', '部门')
  const queues = once(hall.queues, 'queues', '队列')
  const printers = once(hall.printers, 'printers', '打印机')
  const floors = new Set(hall.floors.map(({ id }) => id))
  const zones = new Set(hall.floors.flatMap((floor) => floor.zones.map(({ id }) => id)))
  for (const [list, key, what] of [[hall.counters, 'counters', '窗口'], [hall.terminals, 'terminals', '终端'], [hall.screens, 'screens', '综合屏'], [hall.flows, 'flows', '一件事']] as const) once(list, key, what)
  const needs = (known: ReadonlySet<string>, id: string | null, path: PropertyKey[], what: string): void => {
    if (id !== null && !known.has(id)) faults.push(place(path, `没有${what} ${id}。请改成已有的编号，或先加上它。`))
  }
  hall.queues.forEach((queue, index) => {
    if (hall.queues.findIndex(({ series }) => series === queue.series) !== index) faults.push(place(['queues', index, 'series'], `号段 ${queue.series} 用了两次，会发出一样的号。请换一个字母。`))
    if (!hall.counters.some((counter) => counter.queues.includes(queue.id))) faults.push(place(['queues', index, 'id'], `没有窗口叫队列 ${queue.id} 的号。请在 counters.yaml 里给它一个窗口。`))
  })
  hall.counters.forEach((counter, index) => {
    needs(floors, counter.floor, ['counters', index, 'floor'], '楼层')
    needs(zones, counter.zone, ['counters', index, 'zone'], '分区')
    needs(departments, counter.department, ['counters', index, 'department'], '部门')
    for (const [nth, id] of counter.queues.entries()) needs(queues, id, ['counters', index, 'queues', nth], '队列')
  })
  hall.terminals.forEach((terminal, index) => {
    needs(zones, terminal.zone, ['terminals', index, 'zone'], '分区')
    needs(printers, terminal.printer, ['terminals', index, 'printer'], '打印机')
  })
  hall.guideDesks.forEach((desk, index) => needs(printers, desk.printer, ['guideDesks', index, 'printer'], '打印机'))
  const known = new Set<string>()
  matters.forEach((matter, index) => {
    if (known.has(matter.id)) faults.push(placeMatter(index, 'id', `事项编号 ${matter.id} 写了两次，请改成不同的。`))
    known.add(matter.id)
    if (!departments.has(matter.department)) faults.push(placeMatter(index, 'department', `没有部门 ${matter.department}。请改成已有的编号，或先加上它。`))
    if (matter.queueId !== null && !queues.has(matter.queueId)) faults.push(placeMatter(index, 'queueId', `没有队列 ${matter.queueId}。请改成已有的编号，或先加上它。`))
  })
  hall.flows.forEach((flow, index) => {
    for (const [nth, id] of flow.matters.entries()) needs(known, id, ['flows', index, 'matters', nth], '事项')
  })
  return faults
}
