import { z } from 'zod'
import { ticketView } from '../../contract/line-views.ts'
import { noticeView } from '../../contract/notice.ts'
import { slip, wait } from '../../contract/view-parts.ts'
import { type Role, roles } from '../../contract/commands.ts'
import { orders } from '../../rights/orders.ts'
import type { ApiCall } from './api-call.ts'
import { backupCalls } from './backup-calls.ts'
import { askedCalls } from './asked-calls.ts'
import { bookingCalls } from './booking-calls.ts'
import { caseCalls } from './case-calls.ts'
import { catalogueCalls } from './catalogue-calls.ts'
import { deviceCalls } from './device-calls.ts'
import { enrolmentCalls } from './enrolment-calls.ts'
import { hallCalls } from './hall-calls.ts'
import { noticeCalls } from './notice-calls.ts'
import { peopleCalls } from './people-calls.ts'
import { recordCalls } from './record-calls.ts'
import { reportCalls } from './report-calls.ts'
import { rosterCalls } from './roster-calls.ts'
import { settingsCalls } from './settings-calls.ts'
import { visitorCalls } from './visitor-calls.ts'
import { voiceCalls } from './voice-calls.ts'
import { webhookCalls } from './webhook-calls.ts'
import type { DescribedCall } from './described-call.ts'
import { commandRefusals } from './command-refusals.ts'
import { type Write, bodySchema, writes } from '../routes.ts'
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

function ofDescribed(call: DescribedCall): ApiCall {
  const { path, method, says, who, status = 200, query = [], body, sends, answer, brings } = call
  return {
    path,
    method,
    says,
    who,
    status,
    query,
    body: sends !== undefined ? { type: sends } : body ? { schema: schemaOf(body, 'input') } : null,
    answer: brings === undefined ? (answer ?? nothing) : brings === null ? null : { type: brings },
    refuses: call.refuses ?? [],
    isOrder: call.isOrder ?? false,
    example: call.example ?? {},
  }
}

/** A zod schema as JSON Schema. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

/** What is no order of the office by itself, by subject. */
const described: readonly DescribedCall[] = [
  ...backupCalls,
  ...bookingCalls,
  ...caseCalls,
  ...catalogueCalls,
  ...askedCalls,
  ...deviceCalls,
  ...enrolmentCalls,
  ...hallCalls,
  ...noticeCalls,
  ...peopleCalls,
  ...recordCalls,
  ...reportCalls,
  ...rosterCalls,
  ...settingsCalls,
  ...visitorCalls,
  ...voiceCalls,
  ...webhookCalls,
]

/** Every call of the interface. */
export const apiCalls = (): ApiCall[] => [...writes.map(ofWrite), ...described.map(ofDescribed)]
