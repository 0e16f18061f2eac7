import type { Matter } from '../contract/matter.ts'
import { join } from 'node:path'
import type { Request, Router } from 'express'
import type { CaseStore } from '../cases/case-store.ts'
import type { KeepLights } from '../cases/keep-lights.ts'
import { dayAt } from '../contract/hall-time.ts'
import type { Role } from '../contract/commands.ts'
import type { SimulatedHid } from '../devices/fake/simulated-hid.ts'
import type { SimulatedReaders } from '../devices/fake/simulated-readers.ts'
import type { LearnPads } from '../inputs/learn-pads.ts'
import type { Inputs } from '../inputs/open-inputs.ts'
import type { Speech } from '../speech/open-speech.ts'
import type { IdReaders } from '../inputs/open-id-readers.ts'
import type { MediaShelf } from '../media/media-shelf.ts'
import type { RecordsCheck } from '../board/records-check.ts'
import type { DeviceBoard } from '../board/device-board.ts'
import type { DisplayWatch } from '../board/display-watch.ts'
import type { KeepPlays } from '../board/keep-plays.ts'
import type { SimulatedLedCards } from '../outputs/simulated-led-cards.ts'
import type { SimulatedPrinters } from '../outputs/simulated-printers.ts'
import type { Unexpected } from '../work/unexpected.ts'
import type { GrievanceFiles } from '../store/grievance-files.ts'
import type { Reports } from '../reports/open-reports.ts'
import type { PlayStore } from '../store/play-store.ts'
import type { MissedSearches } from '../store/missed-searches.ts'
import { type Actor, thePublic } from '../rights/actor.ts'
import type { KeepBackups } from '../backups/keep-backups.ts'
import { alertRoutes } from './alert-routes.ts'
import { api } from './api.ts'
import { approvalRoutes } from './approval-routes.ts'
import type { Hooks } from '../outputs/open-hooks.ts'
import type { Mails } from '../outputs/send-mails.ts'
import { webhookRoutes } from './webhook-routes.ts'
import { backupRoutes } from './backup-routes.ts'
import { logExportRoutes } from './log-export-routes.ts'
import { bookingDoor } from './booking-door.ts'
import { takeDoor } from './take-door.ts'
import { caseRoutes } from './case-routes.ts'
import { askedRoutes } from './asked-routes.ts'
import { catalogueRoutes } from './catalogue-routes.ts'
import { type DemoDeps, demoRoutes } from './demo.ts'
import { auditRoutes } from './audit-routes.ts'
import { grievanceDesk } from './grievance-desk.ts'
import { grievanceRoutes } from './grievance-routes.ts'
import { demoInputRoutes } from './demo-input-routes.ts'
import { deviceRoutes } from './device-routes.ts'
import { type Elsewhere, elsewhereRoutes } from './elsewhere-routes.ts'
import { displayRoutes } from './display-routes.ts'
import { approvalView } from '../views/approval-view.ts'
import { lightRoutes } from './light-routes.ts'
import { importPlans } from './import-plans.ts'
import { mediaRoutes, uploadRoutes } from './media-routes.ts'
import { metricsRoutes } from './metrics.ts'
import { padRoutes } from './pad-routes.ts'
import { pageRoutes, sampleRoutes } from './pages.ts'
import { type PeopleDoorDeps, peopleDoors } from './people-doors.ts'
import { panelRoutes } from './panel-routes.ts'
import { ratingRoutes } from './rating-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { rosterRoutes } from './roster-routes.ts'
import { readerRoutes } from './reader-routes.ts'
import { scanRoutes } from './scan-routes.ts'
import type { Hall } from '../contract/hall.ts'
import { hallSettings } from '../settings/hall-settings.ts'
import { matterDesk } from '../settings/matter-desk.ts'
import { listPictureOf } from './list-picture.ts'
import { localRoutes } from './local-routes.ts'
import { matterDeskRoutes } from './matter-desk-routes.ts'
import { hallSettingsRoutes } from './hall-settings-routes.ts'
import { slipPictureOf, slipRoutes } from './slip-routes.ts'
import { soundRoutes } from './sound-routes.ts'
import { translationRoutes } from './translation-routes.ts'
import { speechRoutes } from './speech-routes.ts'

/** What a demo hall has instead of devices. */
export interface DemoThings {
  lend(role: Role, id: string | null): string
  printers: SimulatedPrinters
  ledCards: SimulatedLedCards
  hid: SimulatedHid
  readers: SimulatedReaders
  /** The sample hall lives by itself; null = it stands still. */
  life: DemoDeps['life']
}
export interface DoorDeps extends PeopleDoorDeps {
  dataDir: string
  hallDir: string
  /** The matters of the hall folder. */
  own: readonly Matter[]
  /** What of a changed hall folder counts from now on. */
  replaceHall(hall: Hall): void
  /** null = a hall at work. */
  demo: DemoThings | null
  bearerOf(header: string | undefined): Actor | null
  /** What terminals searched in vain. */
  missed: MissedSearches
  /** Who speaks over this machine's own door (the command line). */
  localActorOf(request: Request): Actor | null
  cases: CaseStore
  lights: Pick<KeepLights, 'recount'>
  board: DeviceBoard
  watch: DisplayWatch
  plays: PlayStore
  reports: Reports
  grievances: GrievanceFiles
  check: RecordsCheck
  backups: KeepBackups
  webhooks: Hooks
  mails: Mails
  kept: KeepPlays
  learning: LearnPads
  media: MediaShelf
  unexpected: Pick<Unexpected, 'count'>
  inputs: Inputs
  /** What the guard of the show path has found. */
  sweep: { readonly compared: number; readonly different: number }
  idReaders: IdReaders
  /** Reads aloud what has no clip. */
  speech: Speech
  /** Other halls of the city; null = this hall has none. */
  elsewhere: Elsewhere | null
  /** How many pages are connected. */
  sockets(): number
  /** Pages travel over TLS. */
  isSealed: boolean
}

/** Every address of the gateway, in the order in which they are asked. */
export function hallDoors(deps: DoorDeps): { path: string; router: Router }[] {
  const { office, giveOrder, moment, calendar, dataDir, hallDir, demo, media, bearerOf, board, inputs, idReaders } =
    deps
  const { hall } = office.hallModel
  const { actorOf } = deps
  const isSecure = deps.isSealed || (hall.publicUrl?.startsWith('https:') ?? false)
  const terminals = hall.terminals.map(({ id }) => id)
  const now = (): number => moment().now
  const pretended = demo
    ? [
        { path: '/demo/panels', router: panelRoutes(demo.ledCards) },
        { path: '/demo', router: demoInputRoutes(hall, demo.hid, demo.readers) },
        {
          path: '/demo',
          router: demoRoutes({
            office,
            giveOrder,
            lend: demo.lend,
            paperOf: demo.printers.paperOf,
            setFault: demo.printers.setFault,
            life: demo.life,
          }),
        },
      ]
    : []
  const forOtherSystems = caseRoutes({
    store: deps.cases,
    jointOf(receipt) {
      const approval = office.state.approvals.byReceipt.get(receipt)
      return approval ? approvalView(approval, moment().day, calendar) : null
    },
    calendar,
    moment,
    dayOf: (at) => dayAt(at, hall.timeZone),
    actorOf,
    guesses: deps.guesses,
    guesserOf(request, response) {
      const actor = actorOf(request)
      if (actor) return { terminal: actor.name }
      return { device: deps.devices.meet(request, response), address: deps.addressOf(request) }
    },
  })
  return [
    { path: '/', router: soundRoutes(join(hallDir, 'sounds'), hall.announcements) },
    ...pretended,
    { path: '/api', router: scanRoutes({ terminals, actorOf: bearerOf, scan: inputs.scan }) },
    { path: '/api', router: readerRoutes({ idReaders, actorOf: bearerOf }) },
    {
      path: '/api',
      router: translationRoutes(hallDir, () => office.hallModel.hall.languages),
    },
    { path: '/api', router: speechRoutes({ terminals, speech: deps.speech, actorOf: bearerOf }) },
    { path: '/api', router: forOtherSystems },
    { path: '/api', router: ratingRoutes({ ...deps, files: deps.grievances, actorOf }) },
    { path: '/api', router: grievanceRoutes({ ...deps, files: deps.grievances, actorOf }) },
    {
      path: '/api',
      router: auditRoutes({
        office,
        log: deps.log,
        giveOrder,
        moment,
        actorOf,
        check: deps.check,
        staffNames: deps.live.staffNames,
      }),
    },
    { path: '/api', router: grievanceDesk({ office, giveOrder, files: deps.grievances, moment, actorOf }) },
    {
      path: '/api',
      router: lightRoutes({
        office,
        cases: deps.cases,
        lights: deps.lights,
        onDay: () => ({ today: moment().day, now: now(), calendar, dayOf: (at) => dayAt(at, hall.timeZone) }),
        actorOf,
      }),
    },
    { path: '/api', router: rosterRoutes({ office, today: () => moment().day, actorOf }) },
    { path: '/api', router: approvalRoutes({ office, giveOrder, cases: deps.cases, moment, actorOf }) },
    {
      path: '/api',
      router: padRoutes({
        office,
        learning: deps.learning,
        plugged: inputs.plugged,
        strangers: inputs.strangers,
        actorOf,
      }),
    },
    { path: '/local', router: localRoutes(deps) },
    ...peopleDoors(deps, { isSecure, isDemo: demo !== null }),
    { path: '/api', router: webhookRoutes({ webhooks: deps.webhooks, mails: deps.mails, actorOf }) },
    { path: '/api', router: backupRoutes({ backups: deps.backups, giveOrder, actorOf }) },
    {
      path: '/api',
      router: logExportRoutes({ office, log: deps.log, giveOrder, actorOf, staffNames: deps.live.staffNames }),
    },
    { path: '/api', router: deviceRoutes(board, actorOf) },
    { path: '/api', router: slipRoutes(office, deps.publicAddress, actorOf, now) },
    {
      path: '/api',
      router: hallSettingsRoutes(hallSettings(deps), slipPictureOf(office, deps.publicAddress, now), actorOf),
    },
    {
      path: '/api',
      router: catalogueRoutes({
        office,
        giveOrder,
        dataDir,
        plans: importPlans({ hall, own: deps.own, dataDir, now: deps.monotonic }),
        actorOf: (request) => deps.localActorOf(request) ?? actorOf(request),
      }),
    },
    {
      path: '/api',
      router: askedRoutes({
        office,
        missed: deps.missed,
        catalogue: deps.catalogue,
        giveOrder,
        actorOf,
        now,
      }),
    },
    {
      path: '/api',
      router: matterDeskRoutes(matterDesk(deps), listPictureOf(office, deps.publicAddress, now), actorOf),
    },
    {
      path: '/api',
      router: reportRoutes({
        reports: deps.reports,
        actorOf,
        today: () => moment().day,
        hallName: () => office.hallModel.hall.name,
      }),
    },
    { path: '/api/v1/alerts', router: alertRoutes(office, giveOrder, actorOf) },
    { path: '/api/v1/media', router: uploadRoutes(media, actorOf) },
    { path: '/media', router: mediaRoutes(media) },
    {
      path: '/api/v1/displays',
      router: displayRoutes({ office, watch: deps.watch, plays: deps.plays, kept: deps.kept, actorOf, now }),
    },
    { path: '/api', router: elsewhereRoutes(deps) },
    { path: '/api', router: api({ ...deps, actorOf }) },
    {
      path: '/metrics',
      router: metricsRoutes(
        office,
        board,
        deps.sockets,
        deps.sweep,
        deps.unexpected,
        (request) => actorOf(request) ?? thePublic,
      ),
    },
    { path: '/samples', router: sampleRoutes(join(hallDir, 'samples')) },
    { path: '/book', router: bookingDoor(office) },
    { path: '/take', router: takeDoor(office) },
    { path: '/poster', router: takeDoor(office) },
    { path: '/', router: pageRoutes(join(import.meta.dirname, '../../dist'), deps.authority) },
  ]
}
