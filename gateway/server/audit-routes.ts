import { type Request, type Response, Router, json } from 'express'
import { namesIn } from '../audit/names.ts'
import { type Known, readQuestion } from '../audit/read-question.ts'
import { recordsBook } from '../audit/records-book.ts'
import { fits, rowOf, searchLog } from '../audit/search-log.ts'
import type { RecordsCheck } from '../board/records-check.ts'
import { type AuditFilter, type AuditRow, auditQuestion, exportBody } from '../contract/audit.ts'
import { dayAt, hourAt } from '../contract/hall-time.ts'
import type { Moment } from '../domain/decision.ts'
import type { LoggedEvent } from '../domain/events.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import type { EventLog } from '../store/event-log.ts'
import { faultsOf } from './error-body.ts'
import { isLate } from './order-age.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'

export interface AuditDeps {
  office: Office
  log: EventLog
  giveOrder: GiveOrder
  moment: () => Moment
  actorOf: (request: Request) => Actor | null
  check: RecordsCheck
  /** Masked, by work number. */
  staffNames(): ReadonlyMap<string, string>
}

const ROWS = 60
const MOST_EXPORTED = 20_000
/** So many new ones are told at once; whoever was away longer asks anew. */
const MOST_NEW = 500

/** The log as people read it: sentences, found by words; one record with its chain; a file of them, which is a record too. */
export function auditRoutes({ office, log, giveOrder, moment, actorOf, check, staffNames }: AuditDeps): Router {
  const router = Router()
  const small = json({ limit: '8kb', type: () => true })
  const mayLook = requireRight(actorOf, 'see-log')
  const { hall } = office.hallModel
  const { timeZone } = hall
  const names = (ticketAt: Parameters<typeof namesIn>[1]) => namesIn(office.hallModel, ticketAt, staffNames())
  /** As the hall stands now: for records that have just come. */
  const namesNow = () => names((ticketId) => office.state.line.tickets.get(ticketId) ?? null)
  const known = (): Known => ({
    today: moment().day,
    counters: new Set(office.hallModel.counters.keys()),
    devices: new Set([...hall.terminals, ...hall.screens, ...hall.printers, ...hall.panels].map(({ id }) => id)),
  })
  // One search after the other: a supervisor who types fast asks no more of the disk than one who does not.
  let turn: Promise<unknown> = Promise.resolve()
  const search = (filter: AuditFilter): ReturnType<typeof searchLog> => {
    const next = turn.then(() => searchLog({ log, timeZone, names }, filter))
    turn = next.catch(() => null)
    return next
  }

  function filterOf(request: Request, response: Response) {
    const asked = auditQuestion.safeParse(request.query)
    if (!asked.success) {
      refuse(response, 'not-understood', faultsOf(asked.error.issues))
      return null
    }
    const { q, before, after, from, to, topic, actor, counterId } = asked.data
    const said = readQuestion(q, known())
    const filter: AuditFilter = {
      ...said,
      from: from ?? said.from,
      to: to ?? said.to,
      topic: topic ?? said.topic,
      actor: actor ?? said.actor,
      counterId: counterId ?? said.counterId,
    }
    return { filter, before: before ?? null, after: after ?? null }
  }

  router.get('/v1/audit', mayLook, async (request, response) => {
    const asked = filterOf(request, response)
    if (!asked) return
    const { filter, before, after } = asked
    if (after !== null) {
      const own = namesNow()
      const rows = (await log.read(after, MOST_NEW))
        .map((event): [LoggedEvent, AuditRow] => [event, rowOf(event, own)])
        .filter(([event, row]) => fits(filter, event, row, own, timeZone))
        .map(([, row]) => row)
      return void response.json({
        filter,
        rows: rows.reverse(),
        total: rows.length,
        hours: [],
        lookedFrom: null,
        hasMore: false,
        timeZone,
      })
    }
    const { rows, lookedFrom } = await search(filter)
    const older = rows.filter(({ seq }) => before === null || seq < before)
    response.json({
      filter,
      rows: older.slice(-ROWS).reverse(),
      total: rows.length,
      hours: hoursOf(rows, timeZone),
      lookedFrom,
      hasMore: older.length > ROWS,
      timeZone,
    })
  })

  const chainNow = async () => {
    const [first] = await log.read(0, 1)
    const last = check.last()
    return {
      since: first?.at ?? null,
      rows: office.state.seq,
      checkedAt: last?.at ?? null,
      isWhole: last === null || last.damages.length === 0,
      isChecking: check.isRunning(),
    }
  }
  router.get('/v1/audit/chain', mayLook, async (_, response) => void response.json(await chainNow()))
  router.post('/v1/audit/chain', mayLook, small, async (_, response) => {
    await check.run()
    response.json(await chainNow())
  })
  router.post('/v1/audit/export', mayLook, small, async (request, response) => {
    const body = exportBody.safeParse(request.body)
    if (!body.success) return refuse(response, 'not-understood', faultsOf(body.error.issues))
    const actor = actorOf(request)
    if (!actor) return refuse(response, 'not-signed-in')
    const { filter } = body.data
    const { from, to, topic, number, counterId } = filter
    const rows = (await search(filter)).rows.slice(-MOST_EXPORTED)
    const order = { type: 'export-records', from, to, topic, number, counterId, rows: rows.length } as const
    const key = request.get('idempotency-key')?.slice(0, 128) ?? null
    const answer = await giveOrder(actor, order, key, isLate(request))
    if (!answer.ok) return refuse(response, answer.code, answer.details)
    response
      .attachment(`records-${from}.xlsx`)
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .send(await recordsBook(rows, timeZone))
  })
  router.get('/v1/audit/:seq', mayLook, async (request, response) => {
    const seq = Number(request.params.seq)
    const rows = Number.isSafeInteger(seq) && seq > 0 ? await log.rows(Math.max(0, seq - 3), 3) : []
    const [event] = seq > 0 ? await log.read(seq - 1, 1) : []
    if (!event || event.seq !== seq) return refuse(response, 'not-found')
    const day = dayAt(event.at, timeZone)
    const found = await search({ ...readQuestion('', known()), from: day, to: day })
    const row = found.rows.find((one) => one.seq === seq) ?? rowOf(event, namesNow())
    response.json({
      row,
      reason: reasonOf(event),
      chain: rows.filter((one) => one.seq <= seq).map(({ seq: nth, hash }) => ({ seq: nth, hash: hash.slice(0, 4) })),
    })
  })
  return router
}

/** How many in each hour, the newest first. */
function hoursOf(rows: readonly AuditRow[], timeZone: string): { day: string; hour: number; count: number }[] {
  const hours = new Map<string, { day: string; hour: number; count: number }>()
  for (const { at } of rows) {
    const { day, minute } = hourAt(at, timeZone)
    const hour = Math.floor(minute / 60)
    const one = hours.get(`${day} ${hour}`) ?? { day, hour, count: 0 }
    one.count += 1
    hours.set(`${day} ${hour}`, one)
  }
  return [...hours.values()].reverse()
}

/** What whoever did it gave as the reason. */
function reasonOf(event: LoggedEvent): string | null {
  const { reason, note, words } = event as Partial<Record<'reason' | 'note' | 'words', string | null>>
  return [reason, note, words].find((one) => typeof one === 'string' && one !== '') ?? null
}
