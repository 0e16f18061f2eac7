import { z } from 'zod'
import { command } from './commands.ts'
import { pulse } from './display-pulse.ts'

/** Topics: terminal:K1 signals:K1 screen:L1 strip:1 counter:1 rating:1 panel:P1 track:TOKEN desk manage board lights ratings audit start figures; with rows: queues lines tickets counters board-counters devices */
export const topic = z
  .string()
  .max(80)
  .regex(
    /^(desk|manage|board|board-counters|lights|ratings|audit|start|queues|lines|tickets|counters|devices|figures|(terminal|signals|screen|strip|counter|rating|panel|track|approval):[A-Za-z0-9_-]{1,64})$/,
  )
const topics = z.array(topic).max(64)
export const commandId = z.string().min(1).max(128)

/**
 * What a page may send. The first message is `hello`; `topics` replaces the list later; `ping` is answered by `pong`. `madeAt` is when a command
 * was given, in the gateway's own ticks as `welcome` and `pong` tell them; a command without it never grows old. `askedAt` comes back as it is.
 */
export const clientMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    protocol: z.number(),
    token: z.string().max(200).nullable().default(null),
    topics,
  }),
  z.object({ type: z.literal('topics'), topics }),
  z.object({ type: z.literal('command'), commandId, command, madeAt: z.number().optional() }),
  z.object({ type: z.literal('ping'), askedAt: z.number().optional() }),
  pulse,
])
export const errorBody = z.object({ code: z.string(), message: z.string(), details: z.unknown().optional() })

/** What time it is in the hall (epoch ms), and the gateway's ticks: monotonic milliseconds of this run of it. */
const clocks = { now: z.number(), ticks: z.number() }

/**
 * What the gateway sends. `reload`: this page speaks an older protocol than the gateway. A `pong` tells the time to who has said when it asked.
 */
export const serverMessage = z.discriminatedUnion('type', [
  /** `gateways`: addresses of all that this hall has, where there are several. */
  z.object({
    type: z.literal('welcome'),
    protocol: z.number(),
    version: z.string(),
    ...clocks,
    gateways: z.array(z.string()).optional(),
  }),
  z.object({ type: z.literal('view'), topic: z.string(), seq: z.number(), view: z.unknown() }),
  /** Keyed rows, each whole: all of them (`all`), or those that changed and the ids of those that are gone. */
  z.object({
    type: z.literal('rows'),
    topic: z.string(),
    seq: z.number(),
    all: z.boolean(),
    rows: z.array(z.tuple([z.string(), z.unknown()])),
    gone: z.array(z.string()),
  }),
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
  z.object({ type: z.literal('pong'), time: z.object({ askedAt: z.number(), ...clocks }).optional() }),
])
export type ClientMessage = z.infer<typeof clientMessage>
export type ServerMessage = z.infer<typeof serverMessage>
export type ErrorBody = z.infer<typeof errorBody>
