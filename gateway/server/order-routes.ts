import { type Request, Router } from 'express'
import { z } from 'zod'
import { command } from '../contract/commands.ts'
import { commandId } from '../contract/messages.ts'
import type { Actor } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { faultsOf } from './error-body.ts'
import { isLate } from './order-age.ts'
import { refuse } from './refuse.ts'
import { writes } from './routes.ts'

/** The orders of staff, terminals and other programs: each row of the tables of routes is one command, checked as the socket checks it. */
export function orderRoutes(giveOrder: GiveOrder, actorOf: (request: Request) => Actor | null): Router {
  const router = Router()
  for (const write of writes) {
    router[write.method ?? 'post'](write.path, async (request, response) => {
      const actor = actorOf(request)
      if (!actor) return refuse(response, 'not-signed-in')
      const key = commandId.nullable().safeParse(request.get('idempotency-key') ?? null)
      const body = z.record(z.string(), z.unknown()).safeParse(request.body ?? {})
      if (!key.success || !body.success)
        return refuse(response, 'not-understood', {
          faults: [{ at: key.success ? 'body' : 'Idempotency-Key', message: '格式不对' }],
        })
      const parsed = command.safeParse(
        write.toCommand(request.params as Record<string, string>, body.data, actor.roles),
      )
      if (!parsed.success) return refuse(response, 'not-understood', faultsOf(parsed.error.issues))
      const answer = await giveOrder(actor, parsed.data, key.data, isLate(request))
      if (answer.ok) response.status(write.status).json(answer.body)
      else refuse(response, answer.code, answer.details)
    })
  }
  return router
}
