import { z } from 'zod'
import { errorBody } from '../contract/messages.ts'
import { MADE_AT_HEADER } from '../contract/order-age.ts'
import { type RefusalCode, refusals, statusOf, wordsOf } from '../contract/refusals.ts'
import { type ApiCall, operationIdOf, tagOf, tags, usualRefusals } from './calls/api-call.ts'
import { apiCalls, paramsOf, schemaOf } from './calls/api-calls.ts'

const json = (schema: unknown, example?: unknown): unknown => ({
  'application/json': example === undefined ? { schema } : { schema, example },
})
const binary = (type: string): unknown => ({ [type]: { schema: { type: 'string', format: 'binary' } } })

function parametersOf({ path, query, isOrder, method, example }: ApiCall): unknown[] {
  const text = { type: 'string' }
  const key = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 128 } }
  const madeAt = { name: MADE_AT_HEADER, in: 'header', required: false, schema: text }
  return [
    ...paramsOf(path).map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: text,
      example: example.params?.[name],
    })),
    ...query.map((name) => ({ name, in: 'query', schema: text, example: example.query?.[name] })),
    ...(isOrder ? [key] : []),
    ...(method === 'get' ? [] : [madeAt]),
  ]
}

/** Every "no" of a call, by its status; the codes are those that `error.code` may hold. */
function refusalsOf(call: ApiCall): Record<string, unknown> {
  const codes = [...new Set([...usualRefusals(call), ...call.refuses])]
  const byStatus = new Map<number, RefusalCode[]>()
  for (const code of codes) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code])
  return Object.fromEntries(
    [...byStatus].map(([status, own]) => [
      status,
      {
        description: own.map((code) => `${code}：${wordsOf(code)}`).join(' '),
        content: json(schemaOf(z.object({ error: errorBody.extend({ code: z.enum(own as [string]) }) }), 'output')),
      },
    ]),
  )
}

function operationOf(call: ApiCall): unknown {
  const { says, who, status, body, answer, example } = call
  const sent = body && ('schema' in body ? json(body.schema, example.body ?? {}) : binary(body.type))
  const content = answer && (answer instanceof z.ZodType ? json(schemaOf(answer, 'output')) : binary(answer.type))
  return {
    operationId: operationIdOf(call),
    tags: [tagOf(call.path)],
    summary: says,
    parameters: parametersOf(call),
    ...(sent ? { requestBody: { content: sent } } : {}),
    responses: { [status]: { description: says, ...(content ? { content } : {}) }, ...refusalsOf(call) },
    security: who === 'anybody' ? [{}, { bearer: [] }] : [{ bearer: [] }],
    ...(who === 'anybody' ? {} : { 'x-roles': who }),
  }
}

/** Made from the same schemas that parse the requests. */
export function openapi(version: string): unknown {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const call of apiCalls()) {
    const key = `/api/v1${call.path.replace(/:(\w+)/g, '{$1}')}`
    paths[key] = { ...paths[key], [call.method]: operationOf(call) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tingshi 厅事', version, description: `拒绝的代码：${Object.keys(refusals).join(' ')}` },
    tags: [...new Set(Object.values(tags))].map((name) => ({ name })),
    paths,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    security: [{ bearer: [] }],
  }
}
