import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { EnrolFound, EnrolOffer, EnrolState, EnrolWish, EnrolledRow } from '../contract/enrolment.ts'
import { noteChange } from '../store/register-changes.ts'
import { enrolDevice } from '../store/enrolled-store.ts'
import { spokenCode } from './password.ts'

const CODE_SIGNS = 6
export const CODE_LIVES_MS = 10 * 60_000
/** Machines that wait at once; a hall sets up some dozens on a day. */
const MOST = 200
const MOST_OF_ONE_ADDRESS = 20

interface Waiting extends EnrolWish {
  code: string
  secret: string
  address: string
  since: number
  until: number
  answer: EnrolState | null
}
export type WaitingDevice = Omit<EnrolFound, 'places'>

/** Machines that show a code and wait to be let in; in memory only: after a restart they show another one. */
export interface Enrolments {
  /** null = so many wait already. */
  offer(wish: EnrolWish, address: string): Omit<EnrolOffer, 'authority'> | null
  /** What became of it, for the page that holds the secret. */
  ask(secret: string): EnrolState
  /** null = no machine shows this code. */
  find(code: string): WaitingDevice | null
  /** null = no machine shows this code any more. The one that stood at this place before is out. */
  approve(code: string, place: string, by: string): EnrolledRow | null
  refuse(code: string, by: string): boolean
}

export function openEnrolments(database: DatabaseSync, now: () => number): Enrolments {
  const waiting = new Map<string, Waiting>()
  const living = (): Waiting[] => {
    for (const [secret, one] of waiting) if (one.until <= now()) waiting.delete(secret)
    return [...waiting.values()]
  }
  const open = (code: string): Waiting | null =>
    living().find((one) => one.code === code && one.answer === null) ?? null
  return {
    offer(wish, address) {
      const others = living()
      if (others.length >= MOST || others.filter((one) => one.address === address).length >= MOST_OF_ONE_ADDRESS)
        return null
      const [secret, since] = [randomBytes(24).toString('base64url'), now()]
      const one = { ...wish, code: spokenCode(CODE_SIGNS), secret, address, since, until: since + CODE_LIVES_MS }
      waiting.set(secret, { ...one, answer: null })
      return { code: one.code, secret, livesMs: CODE_LIVES_MS, address }
    },
    ask(secret) {
      living()
      const one = waiting.get(secret)
      if (!one) return { state: 'over' }
      if (one.answer === null) return { state: 'waiting', until: one.until }
      // Told once: whoever holds the secret later learns nothing.
      waiting.delete(secret)
      return one.answer
    },
    find(code) {
      const one = open(code)
      if (!one) return null
      const { secret: _, answer: __, ...device } = one
      return device
    },
    approve(code, place, by) {
      const one = open(code)
      if (!one) return null
      const { token, row } = enrolDevice(database, { kind: one.kind, place, approvedBy: by }, now())
      one.answer = { state: 'approved', kind: one.kind, place, token }
      return row
    },
    refuse(code, by) {
      const one = open(code)
      if (!one) return false
      one.answer = { state: 'refused' }
      noteChange(database, by, now(), { type: 'enrolment-refused', kind: one.kind, wished: one.wished })
      return true
    },
  }
}
