import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Logger } from 'pino'
import type { Audience } from '../audience.ts'
import { caseHash } from '../cases/case-key.ts'
import { type CaseStore, caseStore } from '../cases/case-store.ts'
import { caseTimeOf } from '../cases/case-time.ts'
import { addDemoApproval } from '../cases/demo-approval.ts'
import { addDemoCases } from '../cases/demo-cases.ts'
import { type KeepLights, keepLights } from '../cases/keep-lights.ts'
import { watchDropFolder } from '../cases/watch-drop-folder.ts'
import type { Catalogue } from '../catalogue/catalogue-shelf.ts'
import { openCatalogue } from '../catalogue/open-catalogue.ts'
import { type HallClock, momentIn } from '../clock.ts'
import type { Settings } from '../config.ts'
import type { HolidayCalendar } from '../contract/calendar.ts'
import type { Hall } from '../contract/hall.ts'
import { dayAt } from '../contract/hall-time.ts'
import type { Matter } from '../contract/matter.ts'
import { personKeptDays } from '../domain/appointments/kept-days.ts'
import type { Moment } from '../domain/decision.ts'
import { buildHallModel } from '../domain/hall-model.ts'
import { calendarGap } from '../hall/calendar-gap.ts'
import { calendarFolder, readCalendar } from '../hall/read-calendar.ts'
import { checkMedia } from '../media/check-media.ts'
import { type MediaShelf, mediaShelf } from '../media/media-shelf.ts'
import { type Office, openOffice } from '../office/office.ts'
import { type KeptLog, keepSnapshots } from './open-log.ts'
import { type DeviceMemory, deviceMemory } from '../store/device-memory.ts'
import { addDemoRoster } from '../roster/demo-roster.ts'
import { type Reports, openReports } from '../reports/open-reports.ts'
import { type GrievanceFiles, grievanceFiles } from '../store/grievance-files.ts'
import type { EventLog } from '../store/event-log.ts'
import { type PersonKeys, openIdentityKeys, openPersonKeys } from '../store/person-keys.ts'
import { type PlayStore, playStore } from '../store/play-store.ts'
import { type Bearer, findToken } from '../store/token-store.ts'
import { type MissedSearches, missedSearches } from '../store/missed-searches.ts'
import { accessChanges } from '../store/access-changes.ts'
import { tryToWrite } from '../store/try-to-write.ts'
import { newId } from '../time.ts'
import { answerBody } from '../views/answer-body.ts'
import { watchClock } from './open-clock.ts'
import { keptGrievances } from './open-grievances.ts'

export interface RecordDeps {
  settings: Settings
  hall: Hall
  matters: Matter[]
  audience: Audience
  logger: Logger
  /** The log, checked, and the state that it makes. */
  kept: KeptLog
  /** By which the hall lives. */
  clock: HallClock
  /** The open day came from a clock that was wrong. */
  correctsDay: boolean
}
/** What the hall knows and keeps, and the one place that decides. */
export interface Records {
  office: Office
  log: EventLog
  calendar: HolidayCalendar
  moment(): Moment
  /** The matters with their index as they are now: an import changes them. */
  catalogue(): Promise<Catalogue>
  /** The matters of the hall folder, without what was imported. */
  own: readonly Matter[]
  /** The hall folder was changed, and this of it counts from now on. */
  replaceHall(hall: Hall): void
  cases: CaseStore
  lights: Pick<KeepLights, 'recount'>
  media: MediaShelf
  plays: PlayStore
  /** The days that are over, in figures. */
  reports: Reports
  /** What visitors wrote and left, and the answers they got. */
  grievances: GrievanceFiles
  deviceMemory: DeviceMemory
  /** Recognise who books, and whose card was read today. */
  persons: PersonKeys
  identities: Pick<PersonKeys, 'keyOf'>
  tokenOf(token: string): Bearer | null
  /** The hall's one file, for what stands beside the log. */
  database: DatabaseSync
  /** Tells whether tokens, people or devices may now do less, or more. */
  access: ReturnType<typeof accessChanges>
  /** What terminals searched in vain. */
  missed: MissedSearches
  /** What is done when a day is over; asked again and again, it does nothing more. */
  keepDays(): Promise<void>
}

/** Opens what lies in the data folder and the office that writes it. */
export async function openRecords(
  { settings, hall, matters, audience, logger, kept, clock, correctsDay }: RecordDeps,
  stack: AsyncDisposableStack,
): Promise<Records> {
  const { dataDir, demo } = settings
  const calendar = readCalendar(calendarFolder, settings.hallDir)
  const { database, log } = kept
  const { now } = clock
  const moment = momentIn(hall.timeZone, now)
  const gap = calendarGap(calendar, moment().day)
  if (gap !== null) logger.warn(gap)
  const onBroken = (what: string) => (error: unknown) => logger.error({ error }, what)
  const media = mediaShelf(join(dataDir, 'media'))
  const hallModel = buildHallModel(hall, matters, demo, calendar)
  const sayAndThrow = (error: unknown): never => {
    logger.error({ error }, 'log')
    throw error
  }
  const office = await openOffice({
    hallModel,
    log: { ...log, append: (...given) => log.append(...given).catch(sayAndThrow) },
    moment,
    answer: answerBody,
    outside: checkMedia(media),
    replayed: kept.state,
  })
  const snapshots = keepSnapshots(office, log, dataDir, onBroken('snapshot'))
  stack.defer(() => snapshots.settled())
  const lookAtClock = watchClock(office, clock, hall.timeZone, correctsDay)
  const catalogue = openCatalogue({
    office,
    hall,
    own: matters,
    dataDir,
    alwaysOpen: demo,
    calendar,
    tell: (message) => logger.error(message),
    invalidate: () => audience.invalidate('all'),
  })

  const cases = caseStore(database, caseHash(dataDir), now)
  // What a full disk forbids is done later; the hall opens all the same.
  if (demo) tryToWrite(() => addDemoCases(cases, moment(), calendar), onBroken('demo cases'))
  const dropped = watchDropFolder({
    store: cases,
    dataDir,
    time: caseTimeOf(hall.timeZone, calendar),
    now,
    onBroken: (error) => logger.error({ error }, 'cases-in'),
  })
  stack.defer(() => dropped.stop())

  const lights = keepLights({
    cases,
    state: () => office.state,
    calendar,
    moment,
    dayOf: (at) => dayAt(at, hall.timeZone),
    report: (changes) => office.handle({ type: 'report-lights', changes }, 'hall', null),
    onFacts: office.onFacts,
    onBroken: onBroken('lights'),
  })
  stack.defer(() => lights.stop())
  // A sample hall shows what a hall knows after eight weeks; a real one begins with nothing.
  const pastFile = join(settings.hallDir, 'past.json.gz')
  const past = demo && existsSync(pastFile) ? pastFile : null
  let isFirst = true
  // Only the sample hall that lives by itself: in a test nothing stands that nobody put there.
  let hasExample = !(demo && settings.life)
  const personDays = hall.booking === null ? 1 : personKeptDays(hall.booking)
  return {
    office,
    log,
    calendar,
    moment,
    catalogue: catalogue.current,
    own: matters,
    replaceHall: catalogue.replaceHall,
    cases,
    lights,
    media,
    plays: playStore(database),
    reports: openReports({ office, dataDir, past, today: () => moment().day, onBroken: onBroken('reports') }, stack),
    grievances: keptGrievances(office, grievanceFiles(database, dataDir), onBroken('grievances')),
    deviceMemory: deviceMemory(database),
    persons: openPersonKeys(dataDir, 'booking', 30, personDays),
    identities: openIdentityKeys(dataDir),
    tokenOf: (token) => findToken(database, token),
    database,
    access: accessChanges(database),
    missed: missedSearches(database),
    async keepDays() {
      await lookAtClock()
      if (office.state.clock.doubt === null) tryToWrite(() => cases.forget(now()), onBroken('cases'))
      // At the start and while the disk refuses with an id, so that something is written: whether there is room shows at once.
      const id = isFirst || office.trouble !== null ? `look ${newId()}` : null
      isFirst = false
      await office.handle({ type: 'close-day' }, 'hall', id)
      await lights.keepDay().catch(onBroken('lights'))
      if (hasExample) return
      hasExample = true
      await addDemoApproval({
        hallModel,
        approvals: () => office.state.approvals,
        cases,
        moment,
        handle: (command) => office.handle(command, 'hall', null),
      }).catch(onBroken('demo approval'))
      await addDemoRoster({
        hallModel: office.hallModel,
        roster: () => office.state.roster,
        today: moment().day,
        handle: (command) => office.handle(command, 'hall', null),
      }).catch(onBroken('demo roster'))
    },
  }
}
