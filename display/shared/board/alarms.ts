import type { BoardCounter, BoardView } from '../../../gateway/contract/board.ts'
import type { DeviceView } from '../../../gateway/contract/device-view.ts'
import { lightLeftWords } from '../../../gateway/contract/light-words.ts'
import type { LightsView } from '../../../gateway/contract/lights.ts'
import type { QueueView } from '../../../gateway/contract/line-views.ts'
import { type Sign, queueSign } from '../../../gateway/contract/queue-light.ts'
import { minutesSince, say } from './words.ts'

/** One thing that somebody should look at. `about`: the id of the case, queue, counter, device or call. */
export interface Alarm {
  key: string
  kind: 'case' | 'queue' | 'counter' | 'device' | 'help'
  about: string
  sign: Sign
  title: string
  detail: string
  /** How far it has come: 超时 1 个工作日, 空闲 9 分; `short` where there is little room: 超时 1 天. */
  value: string
  short: string
}

interface Seen {
  view: BoardView
  queues: Iterable<QueueView>
  counters: Iterable<BoardCounter>
  devices: Iterable<DeviceView>
  lights: LightsView | null
  /** Epoch ms. */
  now: number
}

const severity: Record<Sign, number> = { fault: 0, warning: 1, paused: 2, ok: 3, off: 4 }
/** Within one severity people who stand in the hall go before cases that lie in an office, and those before devices. */
const kinds: Record<Alarm['kind'], number> = { help: 0, queue: 1, case: 2, counter: 3, device: 4 }

/** All that is beyond a threshold, what must be done now first. */
export function alarmsOf(seen: Seen): Alarm[] {
  const { view, now } = seen
  return [
    ...view.help.flatMap((one) => helpAlarm(one, now)),
    ...[...seen.queues].flatMap((one) => queueAlarm(one, view)),
    ...(seen.lights?.rows ?? []).map(caseAlarm),
    ...[...seen.counters].flatMap((one) => counterAlarm(one, now, view)),
    ...[...seen.devices].flatMap((one) => deviceAlarm(one, now)),
  ].sort((one, other) => severity[one.sign] - severity[other.sign] || kinds[one.kind] - kinds[other.kind])
}

function helpAlarm(help: BoardView['help'][number], now: number): Alarm[] {
  if (help.answeredBy !== null || help.left) return []
  const minutes = minutesSince(help.at, now)
  return [
    {
      key: `help ${help.id}`,
      kind: 'help',
      about: help.id,
      sign: help.escalated ? 'fault' : 'warning',
      title: say('alarm.help', { from: help.from }),
      detail: help.place ?? help.where ?? '',
      value: minutes === 0 ? say('alarm.helpJust') : say('alarm.helpFor', { minutes }),
      short: minutes === 0 ? say('alarm.helpJust') : say('minutes', { minutes }),
    },
  ]
}

function queueAlarm(queue: QueueView, { promise, floors }: BoardView): Alarm[] {
  const { sign, why } = queueSign(queue, promise)
  if (sign !== 'fault' && sign !== 'warning') return []
  const { id, series, name, waiting, longestMinutes: minutes } = queue
  const value = {
    'no-counter': () => say('alarm.noCounter', { waiting }),
    over: () => say('alarm.over', { minutes, limit: promise.limit }),
    silent: () => say('alarm.silent'),
    long: () => queue.warning ?? say('alarm.long', { minutes }),
    lunch: () => '',
    none: () => '',
  }[why]()
  const detail = [...placesOf(queue, floors), ...(why === 'no-counter' ? [] : [say('alarm.people', { waiting })])]
  return [
    {
      key: `queue ${id}`,
      kind: 'queue',
      about: id,
      sign,
      title: say('alarm.queue', { series, name }),
      detail: detail.join(' · '),
      value,
      short:
        why === 'no-counter' ? say('alarm.noCounterShort') : why === 'over' ? say('alarm.long', { minutes }) : value,
    },
  ]
}

/** 1 楼 A 区, as far as there is one place. */
function placesOf({ where }: QueueView, floors: BoardView['floors']): string[] {
  const names = [...new Set(where.map(({ floor }) => floor))].map(
    (id) => floors.find((one) => one.id === id)?.name ?? id,
  )
  const [only] = where
  if (where.length !== 1 || !only) return names.length === 0 ? [] : [names.join('、')]
  const zone = floors.find((one) => one.id === only.floor)?.zones.find((one) => one.id === only.zone)?.name ?? ''
  return [`${names[0] ?? ''} ${zone}`]
}

const caseAlarm = (row: LightsView['rows'][number]): Alarm => ({
  key: `case ${row.caseId}`,
  kind: 'case',
  about: row.caseId,
  sign: row.light === 'red' ? 'fault' : row.light === 'yellow' ? 'warning' : 'paused',
  title: row.matterName,
  detail: [row.departmentName, row.step, row.procedure].filter((part) => part !== null).join(' · '),
  value: lightLeftWords(row),
  short: caseShort(row),
})

/** 超时 1 天, 剩 1 天, 今天到期. */
function caseShort({ light, left, pausedDays }: LightsView['rows'][number]): string {
  if (light === 'paused') return say('alarm.paused', { days: pausedDays })
  if (left === 0) return say('alarm.today')
  return left < 0 ? say('alarm.late', { days: -left }) : say('alarm.left', { days: left })
}

function counterAlarm(counter: BoardCounter, now: number, { hall }: BoardView): Alarm[] {
  const { id, sign, does, since, behind, number, usualMinutes } = counter
  if ((sign !== 'warning' && sign !== 'fault') || since === null || hall === null) return []
  const minutes = minutesSince(since, now)
  const [title, value] =
    does === 'idle'
      ? [say('alarm.idle', { id }), say('alarm.idleFor', { minutes, behind })]
      : does === 'called'
        ? [say('alarm.called', { id }), say('alarm.calledFor', { number: number ?? '', minutes })]
        : [say('alarm.counter', { id }), say('alarm.longVisit', { minutes, usual: usualMinutes ?? 0 })]
  const short =
    does === 'idle'
      ? say('alarm.idleShort', { minutes })
      : does === 'called'
        ? say('minutes', { minutes })
        : say('alarm.visitShort', { minutes })
  const detail = does === 'idle' ? say('alarm.behind', { behind }) : (number ?? '')
  return [{ key: `counter ${id}`, kind: 'counter', about: id, sign, title, detail, value, short }]
}

/** Devices are mended, not answered for: never red. Terminals, printers, screens, panels and what belongs to them. */
function deviceAlarm({ id, name, state, word, since }: DeviceView, now: number): Alarm[] {
  if (state !== 'fault' && state !== 'warning') return []
  const minutes = minutesSince(since, now)
  return [
    {
      key: `device ${id}`,
      kind: 'device',
      about: id,
      sign: 'warning',
      title: name === id ? id : `${name} ${id}`,
      detail: '',
      value: minutes === 0 ? word : say('alarm.deviceFor', { word, minutes }),
      short: minutes === 0 ? word : say('alarm.deviceFor', { word, minutes }),
    },
  ]
}
