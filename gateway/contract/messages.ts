import { z } from 'zod'
import { command } from './commands.ts'
import { pulse } from './display-pulse.ts'

/** Topics: terminal:K1 signals:K1 screen:L1 strip:1 counter:1 panel:P1 track:TOKEN desk manage start */
export const topic = z
  .string()
  .max(80)
  .regex(/^(desk|manage|start|(terminal|signals|screen|strip|counter|panel|track):[A-Za-z0-9_-]{1,64})$/)
const topics = z.array(topic).max(64)
export const commandId = z.string().min(1).max(128)

/** What a page may send. The first message is `hello`; `topics` replaces the list later; `ping` is answered by `pong`. */
export const clientMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    protocol: z.number(),
    token: z.string().max(200).nullable().default(null),
    topics,
  }),
  z.object({ type: z.literal('topics'), topics }),
  z.object({ type: z.literal('command'), commandId, command }),
  z.object({ type: z.literal('ping') }),
  pulse,
])
export const errorBody = z.object({ code: z.string(), message: z.string(), details: z.unknown().optional() })

/** What the gateway sends. `reload`: this page speaks an older protocol than the gateway. */
export const serverMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('welcome'), protocol: z.number(), version: z.string(), now: z.number() }),
  z.object({ type: z.literal('view'), topic: z.string(), seq: z.number(), view: z.unknown() }),
  z.object({
    type: z.literal('reply'),
    commandId,
    ok: z.boolean(),
    result: z.unknown().optional(),
    error: errorBody.optional(),
  }),
  z.object({ type: z.literal('refused'), error: errorBody }),
  z.object({ type: z.literal('reload') }),
  z.object({ type: z.literal('ping') }),
  z.object({ type: z.literal('pong') }),
])
export type ClientMessage = z.infer<typeof clientMessage>
export type ServerMessage = z.infer<typeof serverMessage>
export type ErrorBody = z.infer<typeof errorBody>
