import { type Request, Router, json } from 'express'
import type { Catalogue } from '../catalogue/catalogue-shelf.ts'
import { type AskedRow, type AskedView, askedWords, missedBody, reviewBody, withdrawBody } from '../contract/asked.ts'
import type { Office } from '../office/office.ts'
import { type Actor, thePublic } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import type { MissedSearches } from '../store/missed-searches.ts'
import { actorWords } from '../contract/actor-words.ts'
import { faultsOf } from './error-body.ts'
import { isLate } from './order-age.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'

export interface AskedDoor {
  office: Office
  missed: MissedSearches
  catalogue(): Promise<Catalogue>
  giveOrder: GiveOrder
  actorOf: (request: Request) => Actor | null
  now(): number
}

/** What one visitor typed once is nobody's business; what a second one typed too is a word. */
const LEAST = 2
const SHOWN = 100
const LIKELY = 3
const KEPT_MS = 60 * 86_400_000

/** `/v1/asked`: terminals tell what was searched in vain; whoever keeps the catalogue decides what it is another name of. */
export function askedRoutes({ office, missed, catalogue, giveOrder, actorOf, now }: AskedDoor): Router {
  const router = Router()
  const small = json({ limit: '4kb', type: () => true })
  const keepers = requireRight(actorOf, 'keep-catalogue')
  const by = (request: Request): Actor => actorOf(request) ?? thePublic

  router.post('/v1/asked', requireRight(actorOf, 'tell-missed'), small, (request, response) => {
    const asked = missedBody.safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    const { terminal } = by(request)
    if (terminal !== null && terminal !== asked.data.terminalId) return refuse(response, 'not-allowed')
    const { aliases, refused } = office.state.asked
    const words = asked.data.words
      .flatMap((one) => askedWords.safeParse(one).data ?? [])
      .filter((one) => !aliases.has(one) && !refused.has(one))
    missed.add(words, now())
    response.status(204).end()
  })

  router.get('/v1/asked', keepers, async (_, response) => {
    missed.forgetOlder(now() - KEPT_MS)
    const { asked } = office.state
    const { find } = await catalogue()
    const rows = new Map<string, Omit<AskedRow, 'likely'>>()
    for (const { words, count, lastAt } of missed.list(LEAST, SHOWN))
      rows.set(words, { words, atTerminals: count, atDesk: 0, lastAt })
    for (const [words, { count, lastAt }] of asked.atDesk) {
      const terminals = rows.get(words)
      const atTerminals = terminals?.atTerminals ?? missed.countOf(words)
      rows.set(words, { words, atTerminals, atDesk: count, lastAt: Math.max(lastAt, terminals?.lastAt ?? 0) })
    }
    const items = [...rows.values()]
      .toSorted((one, other) => other.atTerminals + other.atDesk - one.atTerminals - one.atDesk)
      .slice(0, SHOWN)
      .map((row): AskedRow => ({ ...row, likely: likelyFor(row.words, find) }))
    const body: AskedView = {
      items,
      total: rows.size,
      aliases: [...asked.aliases.values()].toReversed().map(({ words, matterId, by: who, at }) => ({
        words,
        matterId,
        name: office.hallModel.matters.get(matterId)?.name ?? matterId,
        by: actorWords(who),
        at,
      })),
    }
    response.json(body)
  })

  router.post('/v1/asked/review', keepers, small, async (request, response) => {
    const said = reviewBody.safeParse(request.body)
    if (!said.success) return refuse(response, 'not-understood', faultsOf(said.error.issues))
    const { words, matterId } = said.data
    const wanted = missed.countOf(words) + (office.state.asked.atDesk.get(words)?.count ?? 0)
    const answer = await giveOrder(
      by(request),
      { type: 'review-alias', words, matterId, wanted },
      null,
      isLate(request),
    )
    if (!answer.ok) return refuse(response, answer.code, answer.details)
    missed.forget(words)
    response.status(204).end()
  })
  router.post('/v1/asked/withdraw', keepers, small, async (request, response) => {
    const said = withdrawBody.safeParse(request.body)
    if (!said.success) return refuse(response, 'not-understood', faultsOf(said.error.issues))
    const answer = await giveOrder(by(request), { type: 'withdraw-alias', ...said.data }, null, isLate(request))
    if (!answer.ok) return refuse(response, answer.code, answer.details)
    response.status(204).end()
  })
  return router

  /** First what guides took it for, then what the search comes nearest to. */
  function likelyFor(words: string, find: Catalogue['find']): AskedRow['likely'] {
    const { matters, departmentNames } = office.hallModel
    const taken = [...(office.state.asked.atDesk.get(words)?.matters ?? [])]
      .toSorted(([, one], [, other]) => other - one)
      .flatMap(([matterId]) => matters.get(matterId) ?? [])
    // Some piece of the words may be found where the whole is not.
    const pieces = [words, words.slice(0, 2), words.slice(-2)]
    const near = pieces.flatMap((piece) => find(piece, '', LIKELY).found)
    return [...new Map([...taken, ...near].map((matter) => [matter.id, matter])).values()]
      .slice(0, LIKELY)
      .map(({ id, name, department }) => ({
        matterId: id,
        name,
        department: departmentNames.get(department) ?? department,
      }))
  }
}
