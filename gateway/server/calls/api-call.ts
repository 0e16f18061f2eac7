import type { z } from 'zod'
import type { Role } from '../../contract/commands.ts'
import type { RefusalCode } from '../../contract/refusals.ts'

/** One call as it may be sent: what stands in the address and in the body. A test sends each. */
export interface CallExample {
  params?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string>>
  body?: unknown
}

/** Who may make a call: anybody, or whoever has one of these roles. */
export type Callers = 'anybody' | readonly Role[]

/** A call of the interface as its description tells it. */
export interface ApiCall {
  /** Below /api/v1. */
  path: string
  method: 'get' | 'post' | 'patch'
  says: string
  who: Callers
  /** When all is well. */
  status: number
  query: readonly string[]
  /** null = no body is read. `type`: of a body that is no JSON. */
  body: { schema: unknown } | { type: string } | null
  /** null = without a body (204). */
  answer: z.ZodType | { type: string } | null
  /** What this call may refuse beside what every call may. */
  refuses: readonly RefusalCode[]
  /** It goes into the log: with an Idempotency-Key it is done once, however often it is sent. */
  isOrder: boolean
  example: CallExample
  /** Another name than the one that follows from method and address. */
  operationId?: string
}

/** What any call may answer instead, whatever it is about. */
export function usualRefusals({ method, who, body, isOrder, path }: ApiCall): RefusalCode[] {
  return [
    'foreign-host',
    'too-many',
    ...(who === 'anybody' ? [] : (['not-signed-in', 'not-allowed'] as const)),
    // Another site may not write here, whoever is signed in.
    ...(method === 'get' ? [] : (['not-allowed', 'not-sent'] as const)),
    ...(body === null ? [] : (['not-understood', 'too-large'] as const)),
    ...(isOrder ? (['cannot-write', 'key-reused'] as const) : []),
    ...(path.includes(':') && who !== 'anybody' ? (['not-understood'] as const) : []),
  ]
}

const word = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const camel = (text: string): string =>
  text
    .split(/[-/]/)
    .filter((part) => part !== '')
    .map((part, nth) => (nth === 0 ? part : word(part)))
    .join('')

/** getMattersById, postTracksCancel: from method and address, so that it changes only when they do. */
export function operationIdOf({ path, method, operationId }: Pick<ApiCall, 'path' | 'method' | 'operationId'>): string {
  if (operationId !== undefined) return camel(operationId)
  const parts = path.split('/').filter((part) => part !== '')
  return method + parts.map((part) => (part.startsWith(':') ? `By${word(part.slice(1))}` : word(camel(part)))).join('')
}

/** Calls in groups, by the first word of their address. */
export const tags: Readonly<Record<string, string>> = {
  health: '网关',
  hall: '大厅',
  'hall-settings': '大厅',
  clock: '网关',
  matters: '事项',
  catalogue: '事项',
  asked: '事项',
  tickets: '号',
  track: '号（来访者）',
  elsewhere: '号（来访者）',
  phone: '手机取号',
  booking: '预约',
  appointments: '预约',
  counters: '窗口',
  queues: '队列',
  terminals: '终端',
  printers: '设备',
  devices: '设备',
  pads: '设备',
  displays: '大屏',
  sounds: '大屏',
  translations: '大厅',
  announcements: '大屏',
  'slip-preview': '设备',
  notices: '公告',
  media: '公告',
  emergency: '紧急',
  alerts: '紧急',
  cases: '办件',
  lights: '办件',
  approvals: '办件',
  roster: '人员',
  staff: '人员',
  'staff-imports': '人员',
  session: '登录',
  enrol: '设备',
  audit: '记录',
  'log-export': '记录',
  webhooks: '推送',
  backups: '记录',
  escalations: '紧急',
  ratings: '评价和诉求',
  grievances: '评价和诉求',
  'what-if': '报表',
  reports: '报表',
  events: '记录',
}
export const tagOf = (path: string): string => tags[path.split('/')[1] ?? ''] ?? '其他'
