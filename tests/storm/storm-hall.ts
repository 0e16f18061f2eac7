import { hall } from '../../gateway/contract/hall.ts'
import { type Matter, matter } from '../../gateway/contract/matter.ts'

export interface HallWish {
  counters: number
  roundTheClock: boolean
  /** Seconds after which an idle counter calls by itself; null = never. */
  autoCallSeconds: number | null
}

export const QUEUES = ['A', 'B', 'C'] as const
/** Where devices stand in the storm's network. */
export const PRINTERS = ['PR1', 'PR2', 'PR3'] as const
export const PANELS = ['P1', 'W1'] as const
/** Scanners by the terminal at which they stand; SC2 hangs at the computer of K2, as PD3 does. */
export const SCANNERS = { K1: 'SC1', K2: 'SC2' } as const
/** What is plugged in by USB: pads, scanners, and a box with five faces at counter 1. */
export const PLUGGED = ['PD1', 'PD2', 'PD3', 'SC1', 'SC2', 'RB1'] as const
/** At the agent of K2. */
export const LENT_PLUGGED = [
  { id: 'PD3', kind: 'pad' },
  { id: 'SC2', kind: 'scanner' },
] as const
export type Plugged = (typeof PLUGGED)[number]
export const isLent = (id: string): boolean => LENT_PLUGGED.some((one) => one.id === id)
/** Appointments are made for each quarter of an hour, so many for each queue. */
export const PLACES = 3
/** PR3 hangs at the computer of K2. */
export const LENT_PRINTER = 'tcp:pr3:9100'
export const addressOf = (device: string): string => `${device.toLowerCase()}:9100`
const tcp = (device: string) => ({ kind: 'tcp', host: device.toLowerCase(), port: 9100 })
const time = (roundTheClock: boolean) =>
  roundTheClock
    ? { open: '00:00', close: '24:00', lastTicket: '24:00', weekdays: [1, 2, 3, 4, 5, 6, 7] }
    : { open: '08:00', close: '18:00', lastTicket: '17:40', weekdays: [1, 2, 3, 4, 5, 6, 7] }

/** Three queues, two terminals, three printers of different habits, a wall, a panel, a strip, pads: each kind once or twice. */
export function stormHall({ counters, roundTheClock, autoCallSeconds }: HallWish) {
  const strip = [
    { part: 'bytes', hex: '3A' },
    { part: 'number', of: 'address', bytes: 1 },
    { part: 'text', bytes: 5 },
    { part: 'checksum', kind: 'sum', from: 2 },
    { part: 'bytes', hex: '0A' },
  ]
  const place = { floor: '1', zone: '1A' }
  const parsed = hall.parse({
    id: 'storm',
    name: '风浪厅',
    nameEn: 'Storm Hall',
    timeZone: 'Asia/Shanghai',
    publicUrl: 'http://hall.test',
    hours: time(roundTheClock),
    autoCall: autoCallSeconds === null ? null : { graceSeconds: autoCallSeconds },
    missed: { withinMinutes: 30, place: 3 },
    later: { places: 3, times: 2 },
    phoneNumbers: { remote: { share: 60 } },
    booking: {
      daysAhead: 3,
      slots: Array.from({ length: 96 }, (_, nth) => clockOf(nth * 15)),
      places: Object.fromEntries(QUEUES.map((id) => [id, PLACES])),
      arrival: { earlyMinutes: 30, lateMinutes: 5 },
    },
    subCentres: [],
    floors: [{ id: '1', name: '1 楼', zones: [{ id: '1A', name: 'A 区' }] }],
    departments: [{ id: 'scjg', name: '市场监督管理局' }],
    queues: QUEUES.map((id, nth) => ({ id, series: id, name: `${id} 类业务`, minutes: 4 + 3 * nth })),
    counters: Array.from({ length: counters }, (_, nth) => ({
      id: String(nth + 1),
      ...place,
      queues: nth % 3 === 0 ? ['A', 'B'] : [QUEUES[nth % 3]],
    })),
    terminals: ['K1', 'K2'].map((id, nth) => ({
      id,
      name: `${nth + 1} 号终端`,
      ...place,
      printer: `PR${nth + 1}`,
      panel: { heightMm: 708, topEdgeMm: 1400 },
    })),
    printers: [
      { id: 'PR1', name: '1 号打印机', link: tcp('PR1'), mode: 'text', fallback: 'PR2' },
      { id: 'PR2', name: '2 号打印机', link: tcp('PR2'), mode: 'text', answers: 'paper', fallback: 'PR1' },
      {
        id: 'PR3',
        name: '3 号打印机',
        link: { kind: 'agent', terminal: 'K2', path: LENT_PRINTER },
        mode: 'text',
        answers: 'nothing',
      },
    ],
    screens: [{ id: 'L1', name: '综合屏' }],
    panels: [
      { id: 'P1', name: '大门屏', width: 128, height: 32, card: { kind: 'bxk', link: tcp('P1') } },
      {
        id: 'W1',
        name: '1 号窗口屏',
        width: 64,
        height: 16,
        counter: '1',
        card: { kind: 'template', link: tcp('W1'), address: 1, frame: strip },
      },
    ],
    pads: [
      { id: 'PD1', counter: '1', model: 'lit', link: { kind: 'simulated' } },
      { id: 'PD2', counter: '2', model: 'number-pad', link: { kind: 'simulated' } },
      { id: 'PD3', counter: '2', model: 'lit', link: { kind: 'hid', at: 'K2', serial: 'PD3' } },
      { id: 'RB1', counter: '1', model: 'plain', link: { kind: 'simulated' }, buttons: faces },
    ],
    scanners: [
      { id: SCANNERS.K1, terminal: 'K1', link: { kind: 'simulated' } },
      { id: SCANNERS.K2, terminal: 'K2', link: { kind: 'hid', at: 'K2', serial: SCANNERS.K2 } },
    ],
    guideDesks: [{ id: 'G1', name: '咨询台', ...place, printer: 'PR3' }],
    flows: [],
    notices: [{ id: 'n1', text: '今日公告' }],
  })
  return { hall: parsed, matters: QUEUES.map(matterOf) }
}

const clockOf = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
const faces = Object.fromEntries([1, 2, 3, 4, 5].map((stars) => [`0${stars}`, `rate-${stars}`]))

const matterOf = (queueId: string): Matter =>
  matter.parse({
    id: `m${queueId}`,
    code: `00${queueId}`,
    name: `${queueId} 类事项`,
    department: 'scjg',
    kind: '行政许可',
    queueId,
    popular: 1,
  })
