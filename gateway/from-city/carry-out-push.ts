import type { CityPush, PushReceipt, SentPush } from '../contract/city-push.ts'
import { wordsOf } from '../contract/refusals.ts'
import { emergencyNow } from '../domain/emergency/decide.ts'
import type { Office } from '../office/office.ts'
import type { OfficeAnswer } from '../office/remembered-answers.ts'
import { type Actor, bearer } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import type { ImportCatalogue } from './import-pushed.ts'

export interface CarryOutDeps {
  hallId: string
  office: Pick<Office, 'state'>
  giveOrder: GiveOrder
  importCatalogue: ImportCatalogue
  /** What this hall has said of an earlier version. */
  receiptOf(version: number): PushReceipt | null
  now(): number
}
type Made = Pick<PushReceipt, 'outcome' | 'words' | 'ref'>

/** As the hall's log keeps whoever sent it. */
export const CITY: Actor = bearer('city', ['supervisor', 'guide'])
const MINUTE_MS = 60_000
const nothing = (outcome: PushReceipt['outcome'], words = ''): Made => ({ outcome, words, ref: null })
const refusedBy = (answer: Extract<OfficeAnswer, { ok: false }>): Made =>
  nothing('refused', wordsOf(answer.code, 'zh-Hans', answer.details))

/**
 * What the city sent, as orders that this hall decides by its own rules. The same version again is the same orders under the same keys, so that a
 * hall that lost its line before its receipt does nothing twice.
 */
export async function carryOutPush(push: SentPush, deps: CarryOutDeps): Promise<PushReceipt> {
  const made = await make(push, push.what, deps)
  return { hall: deps.hallId, version: push.version, at: deps.now(), ...made }
}

function make(push: SentPush, what: CityPush, deps: CarryOutDeps): Promise<Made> {
  switch (what.kind) {
    case 'notice':
      return hangUp(push, what, deps)
    case 'emergency':
      return raise(push, what, deps)
    case 'catalogue':
      return deps.importCatalogue(push.version, what, CITY)
    case 'withdraw':
      return takeBack(push, what.of, deps)
  }
}
const keyOf = (version: number, step: string): string => `city ${version} ${step}`

async function hangUp(
  { version }: SentPush,
  { kind: _, ...notice }: Extract<CityPush, { kind: 'notice' }>,
  { giveOrder, now }: CarryOutDeps,
): Promise<Made> {
  if (notice.endAt !== null && notice.endAt <= now()) return nothing('late')
  const drafted = await giveOrder(
    CITY,
    {
      type: 'draft-notice',
      ...notice,
      kind: 'text',
      mediaId: null,
      placement: 'ticker',
      targets: [{ kind: 'hall' }],
      dayParts: [],
      seconds: 12,
    },
    keyOf(version, 'draft'),
  )
  if (!drafted.ok) return refusedBy(drafted)
  const { id } = drafted.body as { id: string }
  const submitted = await giveOrder(CITY, { type: 'submit-notice', noticeId: id }, keyOf(version, 'submit'))
  if (!submitted.ok && submitted.code !== 'already-so') return { ...refusedBy(submitted), ref: id }
  const approved = await giveOrder(CITY, { type: 'approve-notice', noticeId: id }, keyOf(version, 'approve'))
  if (approved.ok || approved.code === 'already-so') return { outcome: 'done', words: '', ref: id }
  // Where a hall wants two persons for each notice, the second is one of its own.
  if (approved.code === 'own-notice') return { outcome: 'waits', words: '', ref: id }
  return { ...refusedBy(approved), ref: id }
}

/** Nobody is sent out of a hall by what was over an hour ago. */
async function raise(
  { version, at }: SentPush,
  { kind: _, ...emergency }: Extract<CityPush, { kind: 'emergency' }>,
  { giveOrder, office, now }: CarryOutDeps,
): Promise<Made> {
  const minutes = Math.min(emergency.minutes, Math.floor((at + emergency.minutes * MINUTE_MS - now()) / MINUTE_MS) + 1)
  if (minutes < 1) return nothing('late')
  const answer = await giveOrder(CITY, { type: 'raise-emergency', ...emergency, minutes }, keyOf(version, 'raise'))
  // Under this key it was raised before, for more minutes than are left now.
  if (!answer.ok && answer.code !== 'key-reused') return refusedBy(answer)
  return { outcome: 'done', words: '', ref: office.state.emergency.raised?.id ?? null }
}

async function takeBack({ version }: SentPush, of: number, deps: CarryOutDeps): Promise<Made> {
  const { giveOrder, office, receiptOf, now } = deps
  const before = receiptOf(of)
  if (before === null || before.ref === null) return nothing('nothing')
  const notice = office.state.notices.byId.get(before.ref)
  if (notice) {
    const order = { type: 'withdraw-notice', noticeId: notice.id } as const
    const answer = await giveOrder(CITY, order, keyOf(version, 'withdraw'))
    return answer.ok ? { outcome: 'done', words: '', ref: notice.id } : refusedBy(answer)
  }
  // One that the hall raised itself since is none of the city's business.
  if (emergencyNow(office.state, now())?.id !== before.ref) return nothing('nothing')
  const answer = await giveOrder(CITY, { type: 'lift-emergency' }, keyOf(version, 'lift'))
  return answer.ok ? { outcome: 'done', words: '', ref: before.ref } : refusedBy(answer)
}
