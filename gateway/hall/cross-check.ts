import type { Matter } from '../contract/matter.ts'
import { planFaults } from './plan-faults.ts'
import type { HallFault, PlaceFault } from './hall-fault.ts'
import { panelFaults } from './panel-faults.ts'
import { wallFaults } from './wall-faults.ts'
import type { Rows, ValidHall } from './valid-rows.ts'

type PlaceMatter = (index: number, key: string, message: string) => HallFault

const named = {
  subCentres: '分中心',
  floors: '楼层',
  departments: '部门',
  queues: '队列',
  counters: '窗口',
  terminals: '终端',
  printers: '打印机',
  screens: '综合屏',
  panels: 'LED 屏',
  guideDesks: '咨询台',
  flows: '一件事',
  themes: '主题',
  notices: '公告',
  layouts: '版式',
  announcements: '广播',
  noticeTemplates: '公告模板',
  pads: '叫号器',
  scanners: '扫码器',
  keypads: '无障碍键盘',
  readers: '读卡器',
} as const
const unknown = (what: string, id: string): string => `没有${what} ${id}。请改成已有的编号，或先加上它。`

/** What one file says about another: doubled ids, names that do not exist, queues that nobody serves. */
export function crossFaults(
  hall: ValidHall,
  matters: Rows<Matter>,
  place: PlaceFault,
  placeMatter: PlaceMatter,
): HallFault[] {
  const faults: HallFault[] = []
  for (const [key, what] of Object.entries(named) as [keyof typeof named, string][]) {
    const seen = new Set<string>()
    for (const { index, item } of hall[key].rows) {
      if (seen.has(item.id)) faults.push(place([key, index, 'id'], `${what}编号 ${item.id} 写了两次，请改成不同的。`))
      seen.add(item.id)
    }
  }
  const needs = (known: ReadonlySet<string>, id: string | null, what: string, path: PropertyKey[]): void => {
    if (id !== null && !known.has(id)) faults.push(place(path, unknown(what, id)))
  }

  const floorOfZone = new Map<string, string>()
  for (const { index, item: floor } of hall.floors.rows) {
    for (const [nth, { id }] of floor.zones.entries()) {
      if (floorOfZone.has(id))
        faults.push(place(['floors', index, 'zones', nth, 'id'], `分区编号 ${id} 写了两次，请改成不同的。`))
      floorOfZone.set(id, floor.id)
    }
  }
  const zones = new Set(floorOfZone.keys())
  const stands = (key: 'counters' | 'terminals' | 'guideDesks'): void => {
    for (const { index, item } of hall[key].rows) {
      needs(hall.floors.ids, item.floor, '楼层', [key, index, 'floor'])
      const real = floorOfZone.get(item.zone)
      if (real === undefined) needs(zones, item.zone, '分区', [key, index, 'zone'])
      else if (real !== item.floor && hall.floors.ids.has(item.floor))
        faults.push(
          place([key, index, 'zone'], `分区 ${item.zone} 在楼层 ${real}，这里写的楼层是 ${item.floor}。请改成一样的。`),
        )
    }
  }
  stands('counters')
  stands('terminals')
  stands('guideDesks')
  for (const key of ['screens', 'panels'] as const) {
    for (const { index, item } of hall[key].rows)
      for (const [nth, id] of item.zones.entries()) needs(zones, id, '分区', [key, index, 'zones', nth])
  }
  for (const { index, item } of hall.panels.rows)
    needs(hall.counters.ids, item.counter, '窗口', ['panels', index, 'counter'])
  for (const key of ['terminals', 'guideDesks'] as const) {
    for (const { index, item } of hall[key].rows)
      needs(hall.printers.ids, item.printer, '打印机', [key, index, 'printer'])
  }

  for (const { index, item } of hall.printers.rows) {
    needs(hall.printers.ids, item.fallback, '打印机', ['printers', index, 'fallback'])
    if (item.fallback === item.id)
      faults.push(place(['printers', index, 'fallback'], '打印机不能替自己。请写另一台，或删掉这一项。'))
    if (item.link.kind === 'agent')
      needs(hall.terminals.ids, item.link.terminal, '终端', ['printers', index, 'link', 'terminal'])
  }
  for (const { index, item } of hall.pads.rows)
    needs(hall.counters.ids, item.counter, '窗口', ['pads', index, 'counter'])
  for (const key of ['scanners', 'keypads', 'readers'] as const)
    for (const { index, item } of hall[key].rows)
      needs(hall.terminals.ids, item.terminal, '终端', [key, index, 'terminal'])
  for (const key of ['pads', 'scanners', 'keypads', 'readers'] as const)
    for (const { index, item } of hall[key].rows)
      if (item.link.kind !== 'simulated') needs(hall.terminals.ids, item.link.at, '终端', [key, index, 'link', 'at'])
  for (const { index, item } of hall.departments.rows)
    needs(hall.subCentres.ids, item.subCentre, '分中心', ['departments', index, 'subCentre'])
  const letters = new Set<string>()
  const called = new Set(hall.counters.rows.flatMap(({ item }) => item.queues))
  for (const { index, item } of hall.queues.rows) {
    if (letters.has(item.series))
      faults.push(place(['queues', index, 'series'], `号段 ${item.series} 用了两次，会发出一样的号。请换一个字母。`))
    letters.add(item.series)
    if (!called.has(item.id))
      faults.push(place(['queues', index, 'id'], `没有窗口叫队列 ${item.id} 的号。请在 counters.yaml 里给它一个窗口。`))
  }
  for (const { index, item } of hall.counters.rows) {
    needs(hall.departments.ids, item.department, '部门', ['counters', index, 'department'])
    for (const [nth, id] of item.queues.entries())
      needs(hall.queues.ids, id, '队列', ['counters', index, 'queues', nth])
  }
  for (const key of ['flows', 'themes'] as const) {
    for (const { index, item } of hall[key].rows)
      for (const [nth, id] of item.matters.entries()) needs(matters.ids, id, '事项', [key, index, 'matters', nth])
  }
  faults.push(...planFaults(hall, floorOfZone, place))
  faults.push(...wallFaults(hall, place))
  faults.push(...panelFaults(hall, place))

  const seen = { id: new Set<string>(), code: new Set<string>() }
  for (const { index, item } of matters.rows) {
    if (seen.id.has(item.id)) faults.push(placeMatter(index, 'id', `事项编号 ${item.id} 写了两次，请改成不同的。`))
    const key = `${item.code}\n${item.handleItem ?? ''}`
    if (seen.code.has(key))
      faults.push(placeMatter(index, 'code', `实施编码 ${item.code} 写了两次。一个编码只能是一个事项。`))
    seen.id.add(item.id)
    seen.code.add(key)
    if (!hall.departments.ids.has(item.department))
      faults.push(placeMatter(index, 'department', unknown('部门', item.department)))
    if (item.queueId !== null && !hall.queues.ids.has(item.queueId))
      faults.push(placeMatter(index, 'queueId', unknown('队列', item.queueId)))
  }
  return faults
}
