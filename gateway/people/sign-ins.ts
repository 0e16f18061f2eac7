import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { StaffRole } from '../contract/staff-roles.ts'
import type { SignInStage } from '../contract/sign-in.ts'
import type { RegisterChange } from '../contract/register-changes.ts'
import { type Actor, person } from '../rights/actor.ts'
import {
  type KeptSignIn,
  endSignIn,
  endSignInsOf,
  findSignIn,
  keepSignIn,
  listSignIns,
  noteSeen,
  passSignIn,
  signInHash,
} from '../store/sign-in-store.ts'
import { inOneCommit, noteChange } from '../store/register-changes.ts'
import { type Staff, findStaff, noteSecondStep, setPassword, setSecondStep, setTries } from '../store/staff-store.ts'
import { forgetfulMap } from '../work/forgetful-map.ts'
import { type KnownBrowsers, knownBrowsers } from './known-browsers.ts'
import { type Tries, afterWrong, lockedMinutes, noTries, triesLeft } from './lock-out.ts'
import { type Passwords, passwordFault } from './password.ts'
import { newSecret, periodOfCode, secretUri } from './second-step.ts'
import { type SignInRefusal, no } from './sign-in-refusal.ts'

export interface SignedIn {
  staff: Staff
  stage: SignInStage
  kept: KeptSignIn
}
export interface SignInDeps {
  database: DatabaseSync
  passwords: Passwords
  /** Epoch ms. */
  now(): number
  /** Nobody touched it for so long: it ends. */
  idleMs: number
  /** Whose sign-in takes a second step. */
  secondStepFor: readonly StaffRole[]
  hallName: string
  /** Somebody may now do less, or more. */
  onChange(): void
}
export type SignInAnswer = { ok: true; token: string } | SignInRefusal
export type StepAnswer = { ok: true } | SignInRefusal

/** A working day, and whoever forgot to sign out. */
const LONGEST_MS = 14 * 3_600_000
/** A password that was given out opens for so long. */
export const GIVEN_OUT_MS = 3 * 86_400_000
/** Numbers that somebody tries and nobody has. */
const MOST_STRANGE = 10_000

/** Who is signed in: by a token that a browser keeps as a cookie. Only its hash is on disk. */
export interface SignIns {
  /**
   * By number and password. Wrong ones count, for numbers that nobody has too. `browser`: where somebody came in before; tries there are counted
   * apart, so that whoever guesses elsewhere locks nobody out of their own desk.
   */
  signIn(number: string, password: string, place: string | null, browser?: string | null): Promise<SignInAnswer>
  browsers: KnownBrowsers
  /** Another system vouches for this person. */
  vouch(number: string, place: string | null): SignInAnswer
  find(token: string): SignedIn | null
  /** null = not signed in, not wholly yet, idle for too long, or left. */
  actorOf(token: string): Actor | null
  giveCode(token: string, code: string, browser?: string | null): StepAnswer
  changePassword(token: string, password: string): Promise<StepAnswer>
  /** A key for a phone that is not joined yet, as its QR code's words; the same until it is joined. */
  secondStepUri(token: string): string | null
  joinPhone(token: string, code: string, browser?: string | null): StepAnswer
  /** Somebody has touched this page. */
  touch(token: string): void
  signOut(token: string, everywhere: boolean): void
  /** What a page of this sign-in says with each order, so that no other site's page can order in its name. */
  pageWord(token: string): string
  /** Writes who was here and ends what is idle. */
  sweep(): void
}

export function openSignIns(deps: SignInDeps): SignIns {
  const { database, passwords, now, idleMs, secondStepFor, hallName, onChange } = deps
  const strange = forgetfulMap<Tries>(MOST_STRANGE)
  /** At known browsers. */
  const atKnown = forgetfulMap<Tries>(MOST_STRANGE)
  /** Since the last sweep, by hash. */
  const seen = new Map<string, number>()
  /** Keys that were shown and not joined yet, by hash of the sign-in. */
  const offered = forgetfulMap<string>(1_000)

  /** A new password begins anew. */
  const atBrowser = (browser: string, number: string, staff: Staff | null): string =>
    `${browser} ${number} ${staff?.passwordAt ?? ''}`
  const triesOf = (number: string, staff: Staff | null, browser: string | null): Tries =>
    (browser === null ? (staff ?? strange.get(number)) : atKnown.get(atBrowser(browser, number, staff))) ?? noTries
  const note = (number: string, change: RegisterChange): void =>
    noteChange(database, person(number, [], null).name, now(), change)
  /** Whoever came all the way in by this step is told to the log once. */
  function noteIn(token: string, before: SignInStage | null): void {
    const found = find(token)
    if (found?.stage !== 'in' || before === 'in') return
    const { number, way, place } = found.kept
    note(number, { type: 'staff-signed-in', number, way, place })
  }
  function noteWrong(number: string, staff: Staff | null, browser: string | null): Tries {
    const tries = afterWrong(triesOf(number, staff, browser), now())
    if (browser !== null) atKnown.set(atBrowser(browser, number, staff), tries)
    if (!staff) {
      if (browser === null) strange.set(number, tries)
      return tries
    }
    const minutes = lockedMinutes(tries, now())
    inOneCommit(database, () => {
      if (browser === null) setTries(database, number, tries.wrong, tries.lockedUntil)
      if (minutes > 0) noteChange(database, 'public', now(), { type: 'sign-in-locked', number, minutes })
    })
    return tries
  }
  function noteRight(staff: Staff, browser: string | null): void {
    if (browser === null) setTries(database, staff.number, 0, 0)
    else atKnown.set(atBrowser(browser, staff.number, staff), noTries)
  }
  const locked = (tries: Tries): SignInRefusal | null =>
    lockedMinutes(tries, now()) > 0 ? no('sign-in-locked', { minutes: lockedMinutes(tries, now()) }) : null

  function begin(number: string, way: KeptSignIn['way'], place: string | null): SignInAnswer {
    const token = randomBytes(32).toString('base64url')
    const at = now()
    const one = { hash: signInHash(token), number, passed: way === 'oidc', way, place, createdAt: at, seenAt: at }
    inOneCommit(database, () => {
      keepSignIn(database, one)
      noteIn(token, null)
    })
    return { ok: true, token }
  }
  function find(token: string): SignedIn | null {
    const kept = findSignIn(database, signInHash(token))
    const staff = kept && findStaff(database, kept.number)
    if (!kept || !staff || staff.offAt !== null) return null
    const seenAt = Math.max(kept.seenAt, seen.get(kept.hash) ?? 0)
    if (now() - seenAt > idleMs || now() - kept.createdAt > LONGEST_MS) return null
    return { staff, kept, stage: stageOf(staff, kept) }
  }
  function stageOf(staff: Staff, { passed, way }: KeptSignIn): SignInStage {
    if (staff.secondStep !== null && !passed) return 'code'
    if (way === 'oidc') return 'in'
    if (staff.mustChange) return 'new-password'
    const needsPhone = staff.secondStep === null && staff.roles.some((role) => secondStepFor.includes(role))
    return needsPhone ? 'second-step' : 'in'
  }
  /** Looks at a code of a phone; a wrong one counts as a wrong password does. */
  function check(staff: Staff, secret: string, code: string, browser: string | null): StepAnswer {
    const wait = locked(triesOf(staff.number, staff, browser))
    if (wait) return wait
    const period = periodOfCode(secret, code, staff.secondStepUsed, now())
    if (period === null) return locked(noteWrong(staff.number, staff, browser)) ?? no('wrong-code')
    noteRight(staff, browser)
    noteSecondStep(database, staff.number, period)
    return { ok: true }
  }

  return {
    browsers: knownBrowsers(database),
    async signIn(number, password, place, browser = null) {
      const before = findStaff(database, number)
      const wait = locked(triesOf(number, before, browser))
      if (wait) return wait
      const kept = before?.offAt === null ? before.password : null
      const isRight = await passwords.isRight(password, kept)
      if (isRight === null) return no('too-many')
      // Others may have tried meanwhile.
      const staff = findStaff(database, number)
      if (!isRight || !staff) {
        const tries = noteWrong(number, staff, browser)
        return locked(tries) ?? no('wrong-password', { times: triesLeft(tries) })
      }
      if (staff.mustChange && now() - staff.passwordAt > GIVEN_OUT_MS) return no('password-old')
      if (staff.secondStep === null) noteRight(staff, browser)
      return begin(number, 'password', place)
    },
    vouch(number, place) {
      const staff = findStaff(database, number)
      return staff?.offAt === null ? begin(number, 'oidc', place) : no('unknown-staff')
    },
    find,
    actorOf(token) {
      const found = find(token)
      return found?.stage === 'in' ? person(found.staff.number, found.staff.roles, found.staff.counters) : null
    },
    giveCode(token, code, browser = null) {
      const found = find(token)
      if (found?.staff.secondStep == null) return no('not-signed-in')
      const answer = check(found.staff, found.staff.secondStep, code, browser)
      if (answer.ok) {
        passSignIn(database, found.kept.hash)
        noteIn(token, found.stage)
      }
      return answer
    },
    async changePassword(token, password) {
      const found = find(token)
      if (!found || found.stage === 'code') return no('not-signed-in')
      const { number } = found.staff
      const fault = passwordFault(password, number)
      if (fault !== null) return no(`password-${fault}`)
      if (await passwords.isRight(password, found.staff.password)) return no('password-same')
      const kept = await passwords.hash(password)
      if (kept === null) return no('too-many')
      const ended = inOneCommit(database, () => {
        setPassword(database, number, kept, false, now())
        note(number, { type: 'password-changed', number })
        noteIn(token, found.stage)
        // Whoever knew the old one is out.
        return endSignInsOf(database, number, found.kept.hash)
      })
      if (ended > 0) onChange()
      return { ok: true }
    },
    secondStepUri(token) {
      const found = find(token)
      if (!found || found.stage === 'code' || found.staff.secondStep !== null) return null
      const secret = offered.get(found.kept.hash) ?? newSecret()
      offered.set(found.kept.hash, secret)
      return secretUri(secret, found.staff.number, hallName)
    },
    joinPhone(token, code, browser = null) {
      const found = find(token)
      const secret = found && offered.get(found.kept.hash)
      if (!found || secret == null) return no('not-signed-in')
      const answer = check(found.staff, secret, code, browser)
      if (!answer.ok) return answer
      const { number } = found.staff
      inOneCommit(database, () => {
        setSecondStep(database, number, secret, now())
        const used = periodOfCode(secret, code, 0, now())
        if (used !== null) noteSecondStep(database, number, used)
        passSignIn(database, found.kept.hash)
        note(number, { type: 'phone-joined', number })
        noteIn(token, found.stage)
      })
      return answer
    },
    touch(token) {
      const found = find(token)
      if (found) seen.set(found.kept.hash, now())
    },
    signOut(token, everywhere) {
      const found = find(token)
      if (found && everywhere) {
        const { number } = found.staff
        inOneCommit(database, () => {
          endSignInsOf(database, number)
          note(number, { type: 'staff-signed-out', number })
        })
      } else endSignIn(database, signInHash(token))
      onChange()
    },
    pageWord: (token) => createHash('sha256').update(`page ${token}`).digest('base64url').slice(0, 32),
    sweep() {
      const isSomeone = seen.size > 0 || listSignIns(database, null).length > 0
      if (isSomeone && noteSeen(database, seen, now() - idleMs, now() - LONGEST_MS) > 0) onChange()
      seen.clear()
    },
  }
}
