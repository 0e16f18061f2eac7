import { z } from 'zod'
import { id } from './hall.ts'

/** Raised when an agent of an older release could no longer talk to the gateway. */
export const AGENT_PROTOCOL = 1
/** Where agents knock. Not /ws: pages and agents have nothing to say to each other. */
export const AGENT_PATH = '/agent'

const channel = z.number().int().min(1).max(0xffff_ffff)
const path = z.string().min(1).max(256)

/** What the gateway asks an agent to open. A card reader's bytes never leave the agent's computer: only what may be kept does. */
export const lendable = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bytes'), path, baudRate: z.number().int().positive().max(4_000_000) }),
  z.strictObject({ kind: z.literal('hid'), path }),
  z.strictObject({ kind: z.literal('card-reader'), path, baudRate: z.number().int().positive().max(4_000_000) }),
])

/** One HID interface as the system lists it. `port`: the socket that it is plugged into; null = the system does not say. */
export const hidInfo = z.object({
  path,
  vendorId: z.number().int().min(0).max(0xffff),
  productId: z.number().int().min(0).max(0xffff),
  serial: z.string().max(128).nullable(),
  product: z.string().max(128),
  usagePage: z.number().int(),
  usage: z.number().int(),
  port: z.string().max(200).nullable(),
})

/** `reset`: the work was given up; what still waits to leave the device's link goes nowhere. */
const closed = z.object({ type: z.literal('closed'), channel, reset: z.boolean().optional() })
/** So many packets of this channel were taken by the device: the sender may go on. */
const took = z.object({ type: z.literal('took'), channel, packets: z.number().int().positive() })

export const fromAgent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    protocol: z.number(),
    terminal: id,
    token: z.string().min(1).max(200),
    /** Made up at each start of the program: tells a reconnect from a second computer. */
    instance: z.string().min(8).max(64),
    version: z.string().max(40),
    system: z.string().max(80),
    /** Whether nobody on the way can read along: TLS, or the same computer. */
    sealed: z.boolean(),
  }),
  z.object({ type: z.literal('opened'), channel, ok: z.boolean() }),
  z.object({ type: z.literal('listed'), request: z.number().int(), devices: z.array(hidInfo).max(64) }),
  /** Something was plugged in or pulled out. */
  z.object({ type: z.literal('changed') }),
  closed,
  took,
])

export const toAgent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('welcome') }),
  z.object({ type: z.literal('refused'), code: z.string(), message: z.string() }),
  z.object({ type: z.literal('open'), channel, what: lendable }),
  z.object({ type: z.literal('list'), request: z.number().int() }),
  closed,
  took,
])

export type FromAgent = z.infer<typeof fromAgent>
export type ToAgent = z.infer<typeof toAgent>
export type Lendable = z.infer<typeof lendable>
export type HidInfo = z.infer<typeof hidInfo>
