import type { Audience } from '../audience.ts'
import type { KeepBackups } from '../backups/keep-backups.ts'
import type { Hooks } from '../outputs/open-hooks.ts'
import type { Mails } from '../outputs/send-mails.ts'
import type { Settings } from '../config.ts'
import type { LifeSpeed } from '../contract/start-view.ts'
import { withIdCard } from '../inputs/with-id-card.ts'
import type { Devices } from './open-devices.ts'
import type { RecordsCheck } from '../board/records-check.ts'
import type { People } from './open-people.ts'
import { maskedNames } from '../people/masked-names.ts'
import type { Records } from './open-records.ts'
import type { Actor } from '../rights/actor.ts'
import { orderDoor } from '../rights/order-door.ts'
import { app } from '../server/app.ts'
import { ageOrders } from '../server/order-age.ts'
import { localAuthority } from '../server/certificate.ts'
import { boundConnections } from '../server/bound-connections.ts'
import type { Elsewhere } from '../server/elsewhere-routes.ts'
import { hallDoors } from '../server/hall-doors.ts'
import type { LentSignIns } from '../server/lent-sign-ins.ts'
import { signInToken } from '../server/sign-in-cookie.ts'
import { unknownPlace } from '../server/unknown-place.ts'
import { whoAsks } from '../server/who-asks.ts'
import { openLocalDoor } from '../server/local-door.ts'
import type { PagePresence } from '../server/page-presence.ts'
import { socketLimits } from '../server/socket-limits.ts'
import { openSockets } from '../server/sockets.ts'
import { openRecorded } from '../show/recorded.ts'
import { openShow } from '../show/show.ts'
import { openSweep } from '../show/sweep.ts'
import { processTasks } from '../show/process-tasks.ts'
import { strangerGate } from '../server/stranger-gate.ts'
import type { Speech } from '../speech/open-speech.ts'
import type { StrangerGuards } from '../server/stranger-guards.ts'
import type { UpgradeDoor } from '../server/upgrade-door.ts'
import { addressList } from '../server/visitor-address.ts'
import { tryToWrite } from '../store/try-to-write.ts'
import type { WebServer } from '../server/web-server.ts'
import type { Trouble } from './open-trouble.ts'

export interface DoorsDeps {
  settings: Settings
  version: string
  records: Records
  devices: Devices
  audience: Audience
  presence: PagePresence
  guards: StrangerGuards
  web: WebServer
  /** All stands ready: lets it listen. */
  openDoor(web: WebServer): Promise<void>
  upgrades: UpgradeDoor
  /** Somebody asked under a name that is not this gateway's. */
  onForeignHost(host: string | undefined): void
  signIns: LentSignIns
  people: People
  check: RecordsCheck
  backups: KeepBackups
  webhooks: Hooks
  mails: Mails
  actorOf(token: string): Actor | null
  speech: Speech
  addressOf(): string
  /** The sample hall lives by itself; null = this hall does not. */
  life: { speed(): LifeSpeed; setSpeed(speed: LifeSpeed): void } | null
  /** Other halls of the city; null = this hall has none. */
  elsewhere: Elsewhere | null
  trouble: Trouble
  now(): number
}

/**
 * What shows the hall, and every way in: sockets, addresses, the command line of this computer. Then it listens. `askAgain`: tokens were
 * taken back.
 */
export async function openDoors(
  deps: DoorsDeps,
  stack: AsyncDisposableStack,
): Promise<{ askAgain(): void; sendAway(): void }> {
  const { settings, version, records, devices, audience, presence, guards, web, signIns, people, actorOf, trouble } =
    deps
  const { office } = records
  const { hall } = office.hallModel
  const { board, idReaders, inputs, simulated, watch } = devices
  const live = {
    devices: board.views,
    health: board.health,
    papers: simulated.printers.papers,
    life: () => deps.life?.speed() ?? null,
    version,
    signals: inputs.signalsOf,
    staffNames: maskedNames(people.register, guards.monotonic),
  }
  const sources = { hallModel: () => office.hallModel, state: () => office.state, live, now: deps.now }
  const tasks = processTasks(trouble.at('show'))
  const show = openShow({ recorded: openRecorded(sources), seq: () => office.state.seq, tasks })
  stack.defer(() => show.close())
  stack.defer(office.onFacts((_, touched) => show.invalidate(...touched)))
  audience.join(show)
  const sweep = openSweep(show, sources, tasks, (topic) =>
    trouble.at('show')(new Error(`listeners of ${topic} held another view than the one made afresh`)),
  )
  stack.defer(() => sweep.close())

  const giveOrder = orderDoor(office, (actor, order) => withIdCard(order, actor.roles, idReaders))
  const signedIn = (cookie: string | undefined): Actor | null => {
    const token = signInToken(cookie)
    return token === null ? null : people.signIns.actorOf(token)
  }
  const touch = (cookie: string | undefined): void => people.signIns.touch(signInToken(cookie) ?? '')
  const sockets = openSockets(deps.upgrades, {
    show,
    presence,
    actorOf,
    signedIn,
    onToken: people.devices.note,
    unknownPlace: (topic) => unknownPlace(office.hallModel, topic),
    touch,
    giveOrder,
    onPulse: watch.hear,
    version,
    gateways: settings.gateways,
    addressOf: guards.addressOf,
    limitsOf: socketLimits(guards.monotonic),
    trackGuard: guards.trackGuard,
    isTracked: (token) => office.state.line.byToken.has(token),
    onBroken: trouble.at('sockets'),
    now: deps.now,
    ticks: guards.monotonic,
  })
  stack.defer(() => sockets.close())
  const bearerOf = (header: string | undefined): Actor | null =>
    header?.startsWith('Bearer ') ? actorOf(header.slice(7)) : null
  const asks = whoAsks(people.signIns, actorOf)
  const localDoor = openLocalDoor(settings.dataDir)
  const routes = hallDoors({
    office,
    giveOrder,
    log: records.log,
    catalogue: records.catalogue,
    own: records.own,
    replaceHall: records.replaceHall,
    calendar: records.calendar,
    persons: records.persons,
    cases: records.cases,
    lights: records.lights,
    media: records.media,
    plays: records.plays,
    reports: records.reports,
    grievances: records.grievances,
    check: deps.check,
    backups: deps.backups,
    webhooks: deps.webhooks,
    mails: deps.mails,
    kept: devices.kept,
    learning: devices.learning,
    board,
    watch,
    inputs,
    idReaders,
    speech: deps.speech,
    live,
    moment: records.moment,
    sweep: sweep.counts,
    onSound: (screenId, state) => board.learn(screenId, { code: state === 'on' ? 'ok' : 'no-sound', detail: null }),
    dataDir: settings.dataDir,
    hallDir: settings.hallDir,
    bearerOf,
    actorOf: asks,
    signIns: people.signIns,
    register: people.register,
    enrolments: people.enrolments,
    oidc: people.oidc,
    database: records.database,
    onAccess: records.access.note,
    recorded: people.recorder.record,
    missed: records.missed,
    localActorOf: localDoor.actorOf,
    ...guards,
    publicAddress: deps.addressOf,
    unexpected: trouble,
    elsewhere: deps.elsewhere,
    sockets: sockets.count,
    isSealed: settings.certificate !== null,
    authority: () => settings.certificate && localAuthority(settings.certificate),
    demo: settings.demo ? { ...simulated, lend: signIns.lend, life: deps.life } : null,
  })
  const gate = strangerGate({
    addressOf: guards.addressOf,
    hasToken: (request) => asks(request) !== null || signedIn(request.headers.cookie) !== null,
    now: guards.monotonic,
  })
  const onBroken = trouble.at('http')
  const ages = ageOrders(guards.monotonic)
  web.server.on('request', app(routes, hall, { gate, ages, onForeignHost: deps.onForeignHost, onBroken }))
  boundConnections(web.server, addressList(hall.trustedProxies))
  await deps.openDoor(web)
  stack.defer(() => web.close())
  // Without the note only the command line of this computer is shut out.
  const shutOut = trouble.at('local door')
  tryToWrite(() => localDoor.open(web.address().port, settings.host), shutOut)
  stack.defer(() => tryToWrite(localDoor.close, shutOut))
  return { askAgain: sockets.askAgain, sendAway: sockets.sendAway }
}
