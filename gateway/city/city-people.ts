import { createHash, timingSafeEqual } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import type { Request, Router } from 'express'
import { FULL_COST } from '../contract/password-cost.ts'
import type { SignInSettings } from '../contract/sign-in-settings.ts'
import { firstAdmin } from '../people/first-admin.ts'
import { openOidc } from '../people/oidc.ts'
import { passwordsOf } from '../people/password.ts'
import { type RegisterRecorder, registerRecorder } from '../people/record-register.ts'
import { staffRegister } from '../people/register.ts'
import { openSignIns } from '../people/sign-ins.ts'
import { type Actor, bearer } from '../rights/actor.ts'
import { oidcRoutes } from '../server/oidc-routes.ts'
import { signInRoutes } from '../server/sign-in-routes.ts'
import { staffRoutes } from '../server/staff-routes.ts'
import { visitorAddress } from '../server/visitor-address.ts'
import { saysItsWord, whoAsks } from '../server/who-asks.ts'
import { openDatabase } from '../store/database.ts'
import { monotonic, wallTime } from '../time.ts'

export interface CityPeopleDeps {
  folder: string
  name: string
  signIn: SignInSettings
  oidcSecret: string | null
  /** Whoever has it sees the board and may ask halls for numbers: a wall, another system. null = nobody. */
  token: string | null
  /** Where browsers know the city. */
  ownAddress(): string
  isSecure: boolean
  /** Puts on the stream what was done to the register. */
  record: Parameters<typeof registerRecorder>[1]
  onBroken(error: unknown): void
}
export interface CityPeople {
  /** Who speaks: a bearer of the token, or whoever signed in on this browser. */
  actorOf(request: Pick<Request, 'headers' | 'method'>): Actor | null
  doors: { path: string; router: Router }[]
  recorder: RegisterRecorder
  /** Nobody has chosen a password yet: the words for whoever started it. null = there is an admin. */
  newAdmin: ((url: string) => string) | null
  database: DatabaseSync
  sweep(): void
}

const sameSecret = (one: string, other: string): boolean => {
  const [shown = Buffer.of(), kept = Buffer.of()] = [one, other].map((text) =>
    createHash('sha256').update(text).digest(),
  )
  return timingSafeEqual(shown, kept)
}

/** The people of the city, in a register of its own: the same work numbers, passwords, second step and OpenID Connect as in a hall. */
export async function openCityPeople(deps: CityPeopleDeps): Promise<CityPeople> {
  const { signIn, isSecure, onBroken } = deps
  const database = openDatabase(join(deps.folder, 'tingshi.db'))
  const passwords = passwordsOf(FULL_COST)
  const signIns = openSignIns({
    database,
    passwords,
    now: wallTime,
    idleMs: signIn.idleMinutes * 60_000,
    secondStepFor: signIn.secondStepFor,
    hallName: deps.name,
    onChange() {},
  })
  const recorder = registerRecorder(database, deps.record, onBroken)
  const made = await firstAdmin(database, passwords, wallTime())
  const actorOf = whoAsks(signIns, (shown) =>
    deps.token !== null && sameSecret(shown, deps.token) ? bearer('city', ['guide', 'integration']) : null,
  )
  const oidc = signIn.oidc && openOidc(signIn.oidc, deps.oidcSecret, wallTime, onBroken)
  const common = { addressOf: visitorAddress([]), monotonic, isSecure }
  const doors = [
    {
      path: '/api/v1/session',
      router: signInRoutes({
        ...common,
        signIns,
        mayAct: (request, token) => saysItsWord(request, signIns.pageWord(token)),
        oidc: signIn.oidc?.name ?? null,
        demo: false,
        idleMinutes: signIn.idleMinutes,
      }),
    },
    ...(oidc
      ? [{ path: '/sign-in/oidc', router: oidcRoutes({ ...common, oidc, signIns, ownAddress: deps.ownAddress }) }]
      : []),
    {
      path: '/api/v1/staff',
      router: staffRoutes({
        database,
        register: staffRegister(database, passwords, wallTime),
        actorOf,
        isCounter: () => false,
        now: wallTime,
        onChange() {},
        recorded: recorder.record,
      }),
    },
  ]
  return {
    actorOf,
    doors,
    recorder,
    newAdmin: made
      ? (url) =>
          `全市总览还没有管理员。请打开 ${url}/sign-in?to=/ ，用工号 ${made.number} 和一次性密码 ${made.code} 登录。密码只在这里显示，三天内有效。`
      : null,
    database,
    sweep: signIns.sweep,
  }
}
