import { scryptSync } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TOTP, Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { afterWrong, lockedMinutes, noTries } from '../../gateway/people/lock-out.ts'
import { FULL_COST, LEAST_COST } from '../../gateway/contract/password-cost.ts'
import { oneTimeCode, passwordFault, passwordsOf } from '../../gateway/people/password.ts'
import { knownBrowsers } from '../../gateway/people/known-browsers.ts'
import { commandLine } from '../../gateway/people/keeper.ts'
import { staffRegister } from '../../gateway/people/register.ts'
import { openSignIns } from '../../gateway/people/sign-ins.ts'
import { openDatabase } from '../../gateway/store/database.ts'
import { findStaff } from '../../gateway/store/staff-store.ts'
import type { StaffRole } from '../../gateway/contract/staff-roles.ts'

const OWN = 'a good long one'
const START = Date.UTC(2026, 2, 18, 1)
const MINUTE = 60_000

/** A register and its sign-ins over a file in memory; the time by hand. */
async function hall() {
  const database: DatabaseSync = openDatabase(join(mkdtempSync(join(tmpdir(), 'tingshi-people-')), 'tingshi.db'))
  const clock = { now: START }
  const passwords = passwordsOf(LEAST_COST)
  const changes = { count: 0 }
  const now = () => clock.now
  const signIns = openSignIns({
    database,
    passwords,
    now,
    idleMs: 30 * MINUTE,
    secondStepFor: ['supervisor', 'admin'],
    hallName: '青城',
    onChange: () => void (changes.count += 1),
  })
  const register = staffRegister(database, passwords, now)
  const add = async (number: string, roles: StaffRole[], counters: string[] | null = ['1']): Promise<string> => {
    const added = await register.add(commandLine, number, { name: '王*', department: null, roles, counters })
    if (!added.ok || added.code === null) throw new Error('not added')
    return added.code
  }
  /** The token of whoever could sign in so. */
  const enter = async (number: string, password: string): Promise<string> => {
    const answer = await signIns.signIn(number, password, null)
    if (!answer.ok) throw new Error(answer.code)
    return answer.token
  }
  /** With an own password already. */
  const settled = async (number: string, roles: StaffRole[], counters: string[] | null = ['1']): Promise<string> => {
    const token = await enter(number, await add(number, roles, counters))
    await signIns.changePassword(token, OWN)
    return token
  }
  const phone = (uri: string) => ({
    codeAt: (at: number) =>
      new TOTP({
        secret: Secret.fromBase32(new URL(uri).searchParams.get('secret') ?? ''),
        digits: 6,
        period: 30,
      }).generate({
        timestamp: at,
      }),
  })
  return { database, clock, changes, signIns, register, add, enter, settled, phone }
}

test('PE1 RE4 a password is kept as scrypt with a salt of its own, at the full cost', async () => {
  const full = passwordsOf(FULL_COST)
  const [one, other] = [await full.hash(OWN), await full.hash(OWN)]
  expect(one).toMatch(/^scrypt:[\w-]{22}:[\w-]{43}$/)
  expect(one).not.toBe(other)
  const [, salt = '', key = ''] = one?.split(':') ?? []
  const rounds = { N: 16_384, r: 8, p: 5 }
  expect(scryptSync(OWN, Buffer.from(salt, 'base64url'), 32, rounds).toString('base64url')).toBe(key)
  const tries = [full.isRight(OWN, one), full.isRight(`${OWN} `, one), full.isRight(OWN, null)]
  expect(await Promise.all(tries)).toEqual([true, false, false])
  expect(oneTimeCode()).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
})

test('RE4 what was kept at another cost opens by its own', async () => {
  const [full, quick] = [passwordsOf(FULL_COST), passwordsOf(LEAST_COST)]
  const [kept, keptQuickly] = [await full.hash(OWN), await quick.hash(OWN)]
  expect(keptQuickly).toMatch(/^scrypt:[\w-]{22}:[\w-]{43}:4$/)
  expect([await quick.isRight(OWN, kept), await full.isRight(OWN, keptQuickly)]).toEqual([true, true])
})

test.each([
  ['1234567', 'short'],
  ['12345678', 'usual'],
  ['aaaaaaaaa', 'usual'],
  ['Password1', 'usual'],
  ['a0327b0327c', 'usual'],
  ['a'.repeat(50) + 'b'.repeat(51), 'long'],
  ['早上好请登录吧谢谢', null],
  ['river-stone-42', null],
])('PE1 as a password %s is %s', (password, fault) => {
  expect(passwordFault(password, '0327')).toBe(fault)
})

test('PE2 five tries are free, then it waits longer and longer, an hour at the most, and forgets in half a day', () => {
  let tries = noTries
  const waits = Array.from({ length: 14 }, () => {
    tries = afterWrong(tries, START)
    return lockedMinutes(tries, START)
  })
  expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
  expect(afterWrong(tries, START + 14 * 3_600_000)).toEqual({ wrong: 1, lockedUntil: 0 })
})

test('PE2 a locked number takes no try, not even the right one, until its minute is over; a strange number likewise', async () => {
  const { clock, signIns, settled } = await hall()
  await settled('0327', ['clerk'])
  for (const number of ['0327', '9999']) {
    for (const left of [4, 3, 2, 1])
      expect(await signIns.signIn(number, 'wrong', null)).toMatchObject({
        code: 'wrong-password',
        details: { times: left },
      })
    expect(await signIns.signIn(number, 'wrong', null)).toMatchObject({
      code: 'sign-in-locked',
      details: { minutes: 1 },
    })
    expect(await signIns.signIn(number, OWN, null)).toMatchObject({ code: 'sign-in-locked' })
  }
  clock.now += MINUTE
  expect(await signIns.signIn('0327', OWN, null)).toMatchObject({ ok: true })
  expect(await signIns.signIn('0327', 'wrong', null)).toMatchObject({ details: { times: 4 } })
})

test('PE18 at a browser where somebody came in before, tries count by themselves, and lock it as elsewhere; a new password begins anew', async () => {
  const { clock, signIns, settled, register } = await hall()
  await settled('0327', ['clerk'])
  const browser = signIns.browsers.of('0327', signIns.browsers.mark('0327'))
  expect(browser).toMatch(/^[\w-]{16}$/)
  for (let nth = 0; nth < 5; nth += 1) await signIns.signIn('0327', 'wrong', null)
  expect(await signIns.signIn('0327', OWN, null)).toMatchObject({ code: 'sign-in-locked' })
  expect(await signIns.signIn('0327', OWN, null, browser)).toMatchObject({ ok: true })
  for (const left of [4, 3, 2, 1])
    expect(await signIns.signIn('0327', 'wrong', null, browser)).toMatchObject({ details: { times: left } })
  expect(await signIns.signIn('0327', 'wrong', null, browser)).toMatchObject({ code: 'sign-in-locked' })
  expect(await signIns.signIn('0327', OWN, null, browser)).toMatchObject({ code: 'sign-in-locked' })
  clock.now += 1
  const again = await register.reset(commandLine, '0327')
  expect(await signIns.signIn('0327', (again.ok && again.code) || '', null, browser)).toMatchObject({ ok: true })
})

test('PE18 a mark is believed for the number that it was given for, when this hall gave it, also after a restart', async () => {
  const { signIns, database } = await hall()
  const mark = signIns.browsers.mark('0327')
  const other = (await hall()).signIns.browsers.mark('0327')
  expect(signIns.browsers.of('0327', mark)).toMatch(/^[\w-]{16}$/)
  expect(knownBrowsers(database).of('0327', mark)).toBe(signIns.browsers.of('0327', mark))
  expect(signIns.browsers.of('0328', mark)).toBeNull()
  for (const wrong of [null, '', 'x', other, `${mark.slice(0, -1)}${mark.endsWith('A') ? 'B' : 'A'}`, `${mark}x`])
    expect(signIns.browsers.of('0327', wrong)).toBeNull()
})

test('PE3 a password that was given out opens nothing but the choice of an own one, for three days', async () => {
  const { clock, signIns, add, enter, register } = await hall()
  const code = await add('0327', ['clerk'])
  const token = await enter('0327', code)
  expect([signIns.find(token)?.stage, signIns.actorOf(token)]).toEqual(['new-password', null])
  expect(await signIns.changePassword(token, 'short')).toMatchObject({ code: 'password-short' })
  expect(await signIns.changePassword(token, code)).toMatchObject({ code: 'password-same' })
  expect(await signIns.changePassword(token, OWN)).toEqual({ ok: true })
  expect(signIns.actorOf(token)).toMatchObject({
    name: 'staff 0327',
    number: '0327',
    roles: ['clerk'],
    counters: ['1'],
  })
  const again = await register.reset(commandLine, '0327')
  expect(signIns.find(token)).toBeNull()
  clock.now += 3 * 86_400_000 + 1
  expect(await signIns.signIn('0327', (again.ok && again.code) || '', null)).toMatchObject({ code: 'password-old' })
})

test('PE3 choosing an own password ends every other sign-in', async () => {
  const { changes, signIns, settled, enter } = await hall()
  const first = await settled('0327', ['clerk'])
  const second = await enter('0327', OWN)
  const before = changes.count
  await signIns.changePassword(second, `${OWN} too`)
  expect([signIns.actorOf(first), signIns.actorOf(second)?.number]).toEqual([null, '0327'])
  expect(changes.count).toBe(before + 1)
})

test('PE4 a supervisor joins a phone first; later its code is asked, and each code opens once', async () => {
  const { clock, signIns, settled, enter, phone, register } = await hall()
  const token = await settled('0301', ['supervisor'], [])
  expect([signIns.find(token)?.stage, signIns.actorOf(token)]).toEqual(['second-step', null])
  const uri = signIns.secondStepUri(token) ?? ''
  expect(uri).toMatch(/^otpauth:\/\/totp\//)
  expect(signIns.secondStepUri(token)).toBe(uri)
  const { codeAt } = phone(uri)
  expect(signIns.joinPhone(token, '000000')).toMatchObject({ code: 'wrong-code' })
  expect(signIns.joinPhone(token, codeAt(clock.now))).toEqual({ ok: true })
  expect(signIns.actorOf(token)?.roles).toEqual(['supervisor'])

  const later = await enter('0301', OWN)
  expect([signIns.find(later)?.stage, signIns.actorOf(later)]).toEqual(['code', null])
  // Nothing else is done before the code: no new password, no other phone.
  expect(await signIns.changePassword(later, 'another good one')).toMatchObject({ code: 'not-signed-in' })
  expect(signIns.secondStepUri(later)).toBeNull()
  expect(signIns.giveCode(later, codeAt(clock.now))).toMatchObject({ code: 'wrong-code' })
  clock.now += 30_000
  expect(signIns.giveCode(later, codeAt(clock.now + 90_000))).toMatchObject({ code: 'wrong-code' })
  expect(signIns.giveCode(later, codeAt(clock.now))).toEqual({ ok: true })
  expect(signIns.actorOf(later)?.number).toBe('0301')
  // The phone is lost.
  expect(register.forgetPhone(commandLine, '0301')).toMatchObject({ ok: true })
  expect(signIns.find(later)).toBeNull()
  expect(signIns.find(await enter('0301', OWN))?.stage).toBe('second-step')
})

test('PE4 wrong codes lock the number as wrong passwords do', async () => {
  const { clock, signIns, settled, enter, phone } = await hall()
  const token = await settled('0301', ['admin'])
  const { codeAt } = phone(signIns.secondStepUri(token) ?? '')
  signIns.joinPhone(token, codeAt(clock.now))
  clock.now += 60_000
  const later = await enter('0301', OWN)
  for (let nth = 1; nth < 5; nth += 1) expect(signIns.giveCode(later, '000000')).toMatchObject({ code: 'wrong-code' })
  expect(signIns.giveCode(later, '000000')).toMatchObject({ code: 'sign-in-locked' })
  expect(signIns.giveCode(later, codeAt(clock.now))).toMatchObject({ code: 'sign-in-locked' })
  expect(await signIns.signIn('0301', OWN, null)).toMatchObject({ code: 'sign-in-locked' })
})

test('PE5 a sign-in ends when nobody touches it, and after a working day however busy', async () => {
  const { clock, changes, signIns, settled } = await hall()
  const token = await settled('0327', ['clerk'])
  clock.now += 30 * MINUTE
  signIns.touch(token)
  clock.now += 30 * MINUTE
  expect(signIns.actorOf(token)?.number).toBe('0327')
  clock.now += 1
  expect(signIns.actorOf(token)).toBeNull()
  const busy = await settled('0328', ['clerk'])
  for (let half = 0; half < 28; half += 1) {
    clock.now += 30 * MINUTE
    signIns.touch(busy)
    signIns.sweep()
  }
  expect(signIns.actorOf(busy)?.number).toBe('0328')
  clock.now += 1
  expect(signIns.actorOf(busy)).toBeNull()
  const before = changes.count
  signIns.sweep()
  expect(changes.count).toBe(before + 1)
})

test('PE5 signed out here, or everywhere', async () => {
  const { signIns, settled, enter } = await hall()
  const first = await settled('0327', ['clerk'])
  const [second, third] = [await enter('0327', OWN), await enter('0327', OWN)]
  signIns.signOut(first, false)
  expect([first, second, third].map((token) => signIns.actorOf(token) !== null)).toEqual([false, true, true])
  signIns.signOut(second, true)
  expect([second, third].map((token) => signIns.actorOf(token))).toEqual([null, null])
})

test('PE8 supervisors keep clerks and guides, admins everybody; one admin stays', async () => {
  const { database, register } = await hall()
  const fields = (roles: StaffRole[]) => ({ name: '李*', department: null, roles, counters: [] })
  const supervisor = { name: 'staff 0301', roles: ['supervisor'], number: '0301' }
  const admin = { name: 'staff 0001', roles: ['admin'], number: '0001' }
  expect(await register.add(supervisor, '0312', fields(['clerk', 'guide']))).toMatchObject({ ok: true })
  expect(await register.add(supervisor, '0313', fields(['supervisor']))).toMatchObject({ code: 'admin-only' })
  expect(await register.add(admin, '0312', fields(['clerk']))).toMatchObject({ code: 'staff-known' })
  expect(register.change(supervisor, '0312', fields(['admin']))).toMatchObject({ code: 'admin-only' })
  expect(await register.add(admin, '0001', fields(['admin']))).toMatchObject({ ok: true })
  for (const answer of [
    register.change(supervisor, '0001', fields(['clerk'])),
    await register.reset(supervisor, '0001'),
    register.forgetPhone(supervisor, '0001'),
    register.signOut(supervisor, '0001'),
    register.setOff(supervisor, '0001', true),
  ])
    expect(answer).toMatchObject({ code: 'admin-only' })
  expect(register.setOff(admin, '0001', true)).toMatchObject({ code: 'own-account' })
  expect(register.setOff({ name: 'staff 0002', roles: ['admin'], number: '0002' }, '0001', true)).toMatchObject({
    code: 'last-admin',
  })
  expect(register.change(admin, '0001', fields(['clerk']))).toMatchObject({ code: 'last-admin' })
  expect(register.setOff(admin, '0312', true)).toMatchObject({ ok: true })
  expect(findStaff(database, '0312')?.offAt).not.toBeNull()
  expect(await register.reset(admin, 'none')).toMatchObject({ code: 'unknown-staff' })
})

test('PE8 whoever left has no way in, and is back with the same password', async () => {
  const { signIns, settled, register } = await hall()
  const token = await settled('0327', ['clerk'])
  register.setOff(commandLine, '0327', true)
  expect(signIns.actorOf(token)).toBeNull()
  expect(await signIns.signIn('0327', OWN, null)).toMatchObject({ code: 'wrong-password' })
  expect(signIns.vouch('0327', null)).toMatchObject({ code: 'unknown-staff' })
  register.setOff(commandLine, '0327', false)
  expect(await signIns.signIn('0327', OWN, null)).toMatchObject({ ok: true })
})
