import type { Actor } from '../rights/actor.ts'
import type { SignIns } from '../people/sign-ins.ts'
import type { StaffRegister } from '../people/register.ts'
import type { Enrolments } from '../people/enrolments.ts'
import type { Oidc } from '../people/oidc.ts'
import type { DatabaseSync } from 'node:sqlite'
import type { Request, Router } from 'express'
import { wallTime } from '../time.ts'
import { enrolRoutes } from './enrol-routes.ts'
import type { ApiDeps } from './api.ts'
import { oidcRoutes } from './oidc-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { staffImportRoutes } from './staff-import-routes.ts'
import { type StaffDoor, staffRoutes } from './staff-routes.ts'
import { saysItsWord } from './who-asks.ts'

export interface PeopleDoorDeps extends ApiDeps {
  /** Who speaks: a bearer, or whoever signed in on this browser. */
  actorOf(request: Pick<Request, 'headers' | 'method'>): Actor | null
  signIns: SignIns
  register: StaffRegister
  enrolments: Enrolments
  /** null = no other sign-in than ours. */
  oidc: Oidc | null
  database: DatabaseSync
  /** Somebody may now do less, or more. */
  onAccess(): void
  /** Resolves when the log has what was done to the register. */
  recorded(): Promise<void>
  /** Where a phone reaches this gateway. */
  publicAddress(): string
  /** The local CA that devices are to trust (PEM); null = none of ours. */
  authority(): string | null
}

/** Where people sign in, who works here, and which machines are let in. `isSecure`: cookies travel over TLS alone. */
export function peopleDoors(
  deps: PeopleDoorDeps,
  { isSecure, isDemo }: { isSecure: boolean; isDemo: boolean },
): { path: string; router: Router }[] {
  const { office } = deps
  const { hall } = office.hallModel
  const staffDoor: StaffDoor = {
    database: deps.database,
    register: deps.register,
    actorOf: deps.actorOf,
    isCounter: (id) => office.hallModel.counters.has(id),
    now: wallTime,
    onChange: deps.onAccess,
    recorded: deps.recorded,
  }
  return [
    {
      path: '/api/v1/session',
      router: signInRoutes({
        signIns: deps.signIns,
        addressOf: deps.addressOf,
        monotonic: deps.monotonic,
        mayAct: (request, token) => saysItsWord(request, deps.signIns.pageWord(token)),
        isSecure,
        oidc: hall.signIn.oidc?.name ?? null,
        demo: isDemo,
        idleMinutes: hall.signIn.idleMinutes,
      }),
    },
    ...(deps.oidc
      ? [
          {
            path: '/sign-in/oidc',
            router: oidcRoutes({
              oidc: deps.oidc,
              signIns: deps.signIns,
              addressOf: deps.addressOf,
              monotonic: deps.monotonic,
              ownAddress: deps.publicAddress,
              isSecure,
            }),
          },
        ]
      : []),
    {
      path: '/api/v1/enrol',
      router: enrolRoutes({
        database: deps.database,
        enrolments: deps.enrolments,
        hall,
        actorOf: deps.actorOf,
        addressOf: deps.addressOf,
        monotonic: deps.monotonic,
        now: wallTime,
        onChange: deps.onAccess,
        recorded: deps.recorded,
        authority: deps.authority,
      }),
    },
    { path: '/api/v1/staff', router: staffRoutes(staffDoor) },
    { path: '/api/v1/staff-imports', router: staffImportRoutes(staffDoor) },
  ]
}
