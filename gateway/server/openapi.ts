import { z } from 'zod'
import { errorBody } from '../contract/messages.ts'
import { refusals } from '../contract/refusals.ts'
import { deviceHealth } from '../contract/device-view.ts'
import { queueView, ticketView } from '../contract/line-views.ts'
import { slip, wait } from '../contract/view-parts.ts'
import { trackView } from '../contract/visitor-views.ts'
import { noticeView } from '../contract/notice.ts'
import { matter } from '../contract/matter.ts'
import { MADE_AT_HEADER } from '../contract/order-age.ts'
import { otherCalls } from './other-calls.ts'
import { bodySchema, writes } from './routes.ts'

const schemaOf = (schema: z.ZodType): unknown => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' })
  return rest
}
const listOf = (schema: z.ZodType): z.ZodType => z.object({ items: z.array(schema), total: z.number() })
const taken = z.object({
  ticketId: z.string(),
  number: z.string(),
  queueId: z.string(),
  token: z.string(),
  ahead: z.number(),
  wait,
  counters: z.array(z.string()),
  slip,
})
const counterAnswer = z.object({
  counter: z.object({ id: z.string(), state: z.string(), pauseReason: z.string().nullable() }),
  ticket: ticketView.nullable(),
})
const json = (schema: unknown): unknown => ({ 'application/json': { schema } })
const paramsOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
const inPath = (path: string): unknown[] =>
  paramsOf(path).map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
const refused = { description: '不行，error.message 说明原因', content: json(schemaOf(z.object({ error: errorBody }))) }

const reads: [path: string, says: string, answer: z.ZodType, query: string[]][] = [
  ['/health', '网关是否正常', z.looseObject({ status: z.string() }), []],
  ['/matters', '查事项', listOf(z.looseObject({ id: z.string(), name: z.string() })), ['q', 'department', 'limit']],
  ['/matters/:id', '一个事项的办事指南', matter, []],
  ['/devices', '设备的状态（员工、其他系统）', listOf(deviceHealth), []],
  ['/queues', '各队列的等候', listOf(queueView), []],
  ['/tickets/:ticketId', '一张号票（员工）', ticketView, []],
  ['/track/:token', '一张号票（公开）', trackView, []],
  ['/notices', '公告', listOf(noticeView), []],
  [
    '/events',
    '日志（主管、其他系统）',
    listOf(z.looseObject({ seq: z.number(), type: z.string() })),
    ['after', 'limit'],
  ],
]

const displayAnswer = z.object({ pictureId: z.string().nullable().optional() })

/** Made from the same schemas that parse the requests. */
export function openapi(version: string): unknown {
  const paths: Record<string, Record<string, unknown>> = {}
  const put = (path: string, method: string, operation: unknown): void => {
    const key = `/api/v1${path.replace(/:(\w+)/g, '{$1}')}`
    paths[key] = { ...paths[key], [method]: operation }
  }
  for (const [path, says, answer, query] of reads) {
    const parameters = [...inPath(path), ...query.map((name) => ({ name, in: 'query', schema: { type: 'string' } }))]
    put(path, 'get', {
      summary: says,
      parameters,
      responses: { 200: { description: says, content: json(schemaOf(answer)) }, default: refused },
    })
  }
  for (const { path, method, says, status, type } of writes) {
    const answer =
      type === 'take-ticket'
        ? taken
        : path.startsWith('/counters')
          ? counterAnswer
          : path.startsWith('/notices')
            ? noticeView
            : path.startsWith('/displays')
              ? displayAnswer
              : ticketView
    const key = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 128 } }
    const madeAt = { name: MADE_AT_HEADER, in: 'header', required: false, schema: { type: 'string' } }
    put(path, method ?? 'post', {
      summary: says,
      parameters: [...inPath(path), key, madeAt],
      requestBody: { content: json(bodySchema(type, paramsOf(path))) },
      responses: { [status]: { description: says, content: json(schemaOf(answer)) }, default: refused },
    })
  }
  for (const { path, method, says, status, body, answer } of otherCalls)
    put(path, method, {
      summary: says,
      parameters: inPath(path),
      ...(body ? { requestBody: { content: json(schemaOf(body)) } } : {}),
      responses: { [status]: { description: says, content: json(schemaOf(answer)) }, default: refused },
    })
  return {
    openapi: '3.1.0',
    info: { title: 'Tingshi 厅事', version, description: `拒绝的代码：${Object.keys(refusals).join(' ')}` },
    paths,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    security: [{ bearer: [] }],
  }
}
