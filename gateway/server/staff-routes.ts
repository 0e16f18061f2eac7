import type { DatabaseSync } from 'node:sqlite'
import { type Request, type Response, Router, json } from 'express'
import { type StaffAnswer, type StaffDeed, newStaffBody, staffDeeds, staffFields } from '../contract/staff.ts'
import type { Keeper } from '../people/keeper.ts'
import type { RegisterAnswer, StaffRegister } from '../people/register.ts'
import { staffRowOf, staffRows } from '../people/staff-rows.ts'
import { type Actor, thePublic } from '../rights/actor.ts'
import { dutyRows } from '../rights/duties.ts'
import { listSignIns } from '../store/sign-in-store.ts'
import { faultsOf } from './error-body.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'

export interface StaffDoor {
  database: DatabaseSync
  register: StaffRegister
  actorOf: (request: Request) => Actor | null
  isCounter(id: string): boolean
  now(): number
  /** Somebody may now do less, or more. */
  onChange(): void
  /** Resolves when the log has what was done. */
  recorded(): Promise<void>
}

/** `/api/v1/staff`: the people who work here, for supervisors and admins. A new password is told in the answer, once. */
export function staffRoutes(door: StaffDoor): Router {
  const { database, register, actorOf, isCounter, now, onChange, recorded } = door
  const router = Router()
  router.use(requireRight(actorOf, 'keep-people'))
  router.use(json({ limit: '16kb', type: () => true }))
  const keeper = (request: Request): Keeper => actorOf(request) ?? thePublic
  async function tell(response: Response, answer: RegisterAnswer, status = 200): Promise<void> {
    if (!answer.ok) return refuse(response, answer.code, answer.details)
    onChange()
    await recorded()
    const { staff, code } = answer
    const body: StaffAnswer = { staff: staffRowOf(staff, listSignIns(database, staff.number), now()), code }
    response.status(status).json(body)
  }
  const strangeCounter = (counters: readonly string[] | null): string | null =>
    counters?.find((id) => !isCounter(id)) ?? null
  const deeds: Record<StaffDeed, (by: Keeper, number: string) => RegisterAnswer | Promise<RegisterAnswer>> = {
    reset: register.reset,
    'forget-phone': register.forgetPhone,
    'sign-out': register.signOut,
    off: (by, number) => register.setOff(by, number, true),
    on: (by, number) => register.setOff(by, number, false),
  }

  router.get('/', (_, response) => {
    const items = staffRows(database, now())
    response.json({ items, total: items.length })
  })
  router.get('/posts', (_, response) => {
    const items = dutyRows()
    response.json({ items, total: items.length })
  })
  router.post('/', async (request, response) => {
    const asked = newStaffBody.safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    const { number, ...fields } = asked.data
    const counterId = strangeCounter(fields.counters)
    if (counterId !== null) return refuse(response, 'unknown-counter', { counterId })
    await tell(response, await register.add(keeper(request), number, fields), 201)
  })
  router.post('/:number', async (request, response) => {
    const asked = staffFields.safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    const counterId = strangeCounter(asked.data.counters)
    if (counterId !== null) return refuse(response, 'unknown-counter', { counterId })
    await tell(response, register.change(keeper(request), request.params.number, asked.data))
  })
  for (const deed of staffDeeds)
    router.post(`/:number/${deed}`, async (request: Request<{ number: string }>, response) =>
      tell(response, await deeds[deed](keeper(request), request.params.number)),
    )
  return router
}
