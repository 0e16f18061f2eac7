import { z } from 'zod'
import type { IdCardReader, ReaderState } from '../devices/reader/id-card-reader.ts'
import type { CardIdentity } from '../devices/reader/identity-hash.ts'
import type { Channel } from './multiplex.ts'

const order = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('arm'), key: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({ type: z.literal('disarm') }),
])
const news = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('state'), state: z.enum(['idle', 'waiting', 'lift', 'unreadable', 'mute']) }),
  z.strictObject({
    type: z.literal('card'),
    card: z.strictObject({
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      mask: z.string().regex(/^\d{6}\*{8}\d{3}[\dX]$/),
      surname: z.string().max(4).endsWith('*'),
    }),
  }),
])
const pack = (message: z.infer<typeof order> | z.infer<typeof news>): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(message))
function unpack<T>(schema: z.ZodType<T>, bytes: Uint8Array): T | null {
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null
  } catch {
    return null
  }
}

/** The gateway's end of a lent card reader: orders out, hash, mask and surname in. Anything longer is refused by its form. */
export function readerOver(channel: Channel): IdCardReader {
  const onCard = new Set<(card: CardIdentity) => void>()
  const onState = new Set<(state: ReaderState) => void>()
  channel.onPacket((bytes) => {
    const message = unpack(news, bytes)
    if (message?.type === 'card') for (const listener of onCard) listener(message.card)
    else if (message?.type === 'state') for (const listener of onState) listener(message.state)
  })
  const say = (message: z.infer<typeof order>): void => void channel.send(pack(message), 'data').catch(() => {})
  return {
    arm(key) {
      say({ type: 'arm', key: Buffer.from(key).toString('hex') })
      key.fill(0)
    },
    disarm: () => say({ type: 'disarm' }),
    onCard: (listener) => void onCard.add(listener),
    onState: (listener) => void onState.add(listener),
    onGone: (listener) => channel.onClose(listener),
    close: () => channel.close(),
  }
}

/** The agent's end: the driver runs beside the reader, so a card's number never travels. */
export function serveReader(reader: IdCardReader, channel: Channel): void {
  const say = (message: z.infer<typeof news>): void => void channel.send(pack(message), 'data').catch(() => {})
  channel.onPacket((bytes) => {
    const message = unpack(order, bytes)
    if (message?.type === 'arm') reader.arm(Uint8Array.from(Buffer.from(message.key, 'hex')))
    else if (message?.type === 'disarm') reader.disarm()
    bytes.fill(0)
  })
  reader.onCard((card) => say({ type: 'card', card }))
  reader.onState((state) => say({ type: 'state', state }))
  reader.onGone(() => channel.close())
  channel.onClose(() => reader.close())
}
