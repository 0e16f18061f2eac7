import { z } from 'zod'
import { ticketView } from '../contract/line-views.ts'
import { noticeView } from '../contract/notice.ts'
import { slip, wait } from '../contract/view-parts.ts'
import { type Role, roles } from '../contract/commands.ts'
import { orders } from '../rights/orders.ts'
import type { ApiCall } from './api-call.ts'
import { type CallFacts, callFacts } from './call-facts.ts'
import { commandRefusals } from './command-refusals.ts'
import { type OtherCall, otherCalls } from './other-calls.ts'
import { pageCalls } from './page-calls.ts'
import { readCalls } from './read-calls.ts'
import { type Write, bodySchema, writes } from './routes.ts'
import { writeExamples } from './write-examples.ts'

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
const displayAnswer = z.object({ pictureId: z.string().nullable().optional() })
const nothing = z.object({})

export const paramsOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')

function answerOf({ path, type }: Write): z.ZodType {
  if (type === 'take-ticket') return taken
  if (path.startsWith('/counters')) return counterAnswer
  if (path.startsWith('/notices')) return noticeView
  if (path.startsWith('/displays')) return displayAnswer
  return path.startsWith('/tickets') ? ticketView : nothing
}

/** Who may give an order at all, wherever they stand. */
const rolesThatMay = (type: Write['type']): Role[] => roles.filter((role) => orders[type][role] !== undefined)

const ofWrite = (write: Write): ApiCall => ({
  path: write.path,
  method: write.method ?? 'post',
  says: write.says,
  who: rolesThatMay(write.type),
  status: write.status,
  query: [],
  body: { schema: bodySchema(write.type, paramsOf(write.path)) },
  answer: answerOf(write),
  refuses: commandRefusals(write.type),
  isOrder: true,
  example: writeExamples[write.type] ?? {},
  // Two addresses may give the same order: a ticket is transferred at a counter, and from the desk.
  ...(write.type === 'transfer-ticket' ? {} : { operationId: write.type }),
})

/** A call without facts is described as far as it goes, and found by the test of this description. */
const unknownFacts: CallFacts = { who: 'anybody', refuses: [], example: {} }

function ofOther({ path, method, says, status, body, answer }: OtherCall): ApiCall {
  const { sends, brings, query, isOrder, ...facts } = callFacts[`${method} ${path}`] ?? unknownFacts
  return {
    ...facts,
    path,
    method,
    says,
    status,
    query: query ?? [],
    isOrder: isOrder ?? false,
    body: sends !== undefined ? { type: sends } : body && { schema: schemaOf(body, 'input') },
    answer: brings === undefined ? answer : brings === null ? null : { type: brings },
  }
}

/** A zod schema as JSON Schema. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

/** Every call of the interface. */
export const apiCalls = (): ApiCall[] => [
  ...readCalls.map(ofOther),
  ...writes.map(ofWrite),
  ...[...otherCalls, ...pageCalls].map(ofOther),
]
