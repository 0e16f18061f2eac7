import { z } from 'zod'
import { command } from '../contract/commands.ts'
import { bearer } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { orderOf } from '../stream/city-streams.ts'
import type { StreamLine } from '../stream/connect-stream.ts'

const asked = z.object({ commandId: z.string().min(1).max(200), command: z.unknown() })
/** What somebody elsewhere may ask this hall for. */
const FROM_THE_CITY: readonly string[] = ['take-ticket', 'book-appointment']

/** What the city asks for is an order like any other: this hall decides, and its log says that it came from there. */
export function answerOrders(
  { line }: Pick<StreamLine, 'line'>,
  hallId: string,
  giveOrder: GiveOrder,
  onBroken: (error: unknown) => void,
): void {
  async function answer(text: string): Promise<object> {
    const said = asked.safeParse(JSON.parse(text))
    const read = command.safeParse(said.data?.command)
    if (!said.success || !read.success || !FROM_THE_CITY.includes(read.data.type))
      return { ok: false, code: 'not-allowed' }
    return giveOrder(bearer('city', ['guide']), read.data, said.data.commandId, () => false)
  }
  line.subscribe(orderOf(hallId), {
    callback: (_, message) =>
      void answer(message.string()).then((body) => message.respond(JSON.stringify(body)), onBroken),
  })
}
