import type { Logger } from 'pino'
import type { Audience } from './audience.ts'
import type { Settings } from './config.ts'
import { withIdCard } from './inputs/with-id-card.ts'
import type { Devices } from './open-devices.ts'
import type { Records } from './open-records.ts'
import type { Actor } from './server/actor.ts'
import { app } from './server/app.ts'
import { hallDoors } from './server/hall-doors.ts'
import { openHub } from './server/hub.ts'
import type { LentSignIns } from './server/lent-sign-ins.ts'
import { openLocalDoor } from './server/local-door.ts'
import { openSockets } from './server/sockets.ts'
import type { WebServer } from './server/web-server.ts'

export interface DoorsDeps {
  settings: Settings
  version: string
  records: Records
  devices: Devices
  audience: Audience
  web: WebServer
  signIns: LentSignIns
  actorOf(token: string): Actor | null
  addressOf(): string
  logger: Logger
  now(): number
}

/** What shows the hall, and every way in: sockets, addresses, the command line of this computer. Then it listens. */
export async function openDoors(
  { settings, version, records, devices, audience, web, signIns, actorOf, addressOf, logger, now }: DoorsDeps,
  stack: AsyncDisposableStack,
): Promise<void> {
  const { office, moment } = records
  const { hall } = office.hallModel
  const { board, idReaders, inputs, simulated, watch } = devices
  const live = {
    devices: board.views,
    health: board.health,
    papers: simulated.printers.papers,
    version,
    moment,
    signals: inputs.signalsOf,
  }
  const hub = openHub(office, live)
  stack.defer(() => hub.close())
  audience.join(hub)

  const sockets = openSockets(
    web.server,
    {
      hub,
      actorOf,
      handle: (command, actor, id, isLate) =>
        office.handle(withIdCard(command, actor.roles, idReaders), actor.name, id, isLate),
      onPulse: watch.hear,
      version,
      terminals: hall.terminals.map(({ id }) => id),
      now,
      ticks: () => performance.now(),
    },
    hall.publicUrl,
  )
  stack.defer(() => sockets.close())
  const localDoor = openLocalDoor(settings.dataDir)
  const routes = hallDoors({
    office,
    log: records.log,
    catalogue: records.catalogue,
    own: records.own,
    calendar: records.calendar,
    persons: records.persons,
    cases: records.cases,
    media: records.media,
    plays: records.plays,
    kept: devices.kept,
    learning: devices.learning,
    board,
    watch,
    inputs,
    idReaders,
    live,
    onSound: (screenId, state) => board.learn(screenId, { code: state === 'on' ? 'ok' : 'no-sound', detail: null }),
    dataDir: settings.dataDir,
    hallDir: settings.hallDir,
    bearerOf: (header) => (header?.startsWith('Bearer ') ? actorOf(header.slice(7)) : null),
    localActorOf: localDoor.actorOf,
    addressOf,
    sockets: sockets.count,
    demo: settings.demo ? { ...simulated, lend: signIns.lend } : null,
  })
  web.server.on(
    'request',
    app(routes, hall, (error) => logger.error(error)),
  )
  await web.listen()
  stack.defer(() => web.close())
  localDoor.open(web.address().port, settings.host)
  stack.defer(() => localDoor.close())
}
