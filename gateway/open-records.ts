import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Audience } from './audience.ts'
import { caseHash } from './cases/case-key.ts'
import { type CaseStore, caseStore } from './cases/case-store.ts'
import { caseTimeOf } from './cases/case-time.ts'
import { addDemoCases } from './cases/demo-cases.ts'
import { watchDropFolder } from './cases/watch-drop-folder.ts'
import type { Catalogue } from './catalogue/catalogue-shelf.ts'
import { openCatalogue } from './catalogue/open-catalogue.ts'
import { momentIn } from './clock.ts'
import type { Settings } from './config.ts'
import type { HolidayCalendar } from './contract/calendar.ts'
import type { Hall } from './contract/hall.ts'
import type { Matter } from './contract/matter.ts'
import { personKeptDays } from './domain/appointments/kept-days.ts'
import type { Moment } from './domain/decision.ts'
import { buildHallModel } from './domain/hall-model.ts'
import { calendarGap } from './hall/calendar-gap.ts'
import { calendarFolder, readCalendar } from './hall/read-calendar.ts'
import { checkMedia } from './media/check-media.ts'
import { type MediaShelf, mediaShelf } from './media/media-shelf.ts'
import { type Office, openOffice } from './office.ts'
import { openDatabase } from './store/database.ts'
import { type DeviceMemory, deviceMemory } from './store/device-memory.ts'
import type { EventLog } from './store/event-log.ts'
import { type PersonKeys, openIdentityKeys, openPersonKeys } from './store/person-keys.ts'
import { type PlayStore, playStore } from './store/play-store.ts'
import { sqliteLog } from './store/sqlite-log.ts'
import { type Bearer, findToken } from './store/token-store.ts'
import { answerBody } from './views/answer-body.ts'

export interface RecordDeps {
  settings: Settings
  hall: Hall
  matters: Matter[]
  audience: Audience
  logger: Logger
  now(): number
}
/** What the hall knows and keeps, and the one place that decides. */
export interface Records {
  office: Office
  log: EventLog
  calendar: HolidayCalendar
  moment(): Moment
  /** The matters with their index as they are now: an import changes them. */
  catalogue(): Catalogue
  /** The matters of the hall folder, without what was imported. */
  own: readonly Matter[]
  cases: CaseStore
  media: MediaShelf
  plays: PlayStore
  deviceMemory: DeviceMemory
  /** Recognise who books, and whose card was read today. */
  persons: PersonKeys
  identities: Pick<PersonKeys, 'keyOf'>
  tokenOf(token: string): Bearer | null
  /** What is done when a day is over; asked again and again, it does nothing more. */
  keepDays(): Promise<void>
}

/** Opens what lies in the data folder and the office that writes it. */
export async function openRecords(
  { settings, hall, matters, audience, logger, now }: RecordDeps,
  stack: AsyncDisposableStack,
): Promise<Records> {
  const { dataDir, demo } = settings
  const calendar = readCalendar(calendarFolder, settings.hallDir)
  const moment = momentIn(hall.timeZone)
  const gap = calendarGap(calendar, moment().day)
  if (gap !== null) logger.warn(gap)
  const database = openDatabase(join(dataDir, 'tingshi.db'))
  const log = sqliteLog(database)
  stack.defer(() => log.close())
  const media = mediaShelf(join(dataDir, 'media'))
  const hallModel = buildHallModel(hall, matters, demo, calendar)
  const office = await openOffice({ hallModel, log, moment, answer: answerBody, outside: checkMedia(media) })
  const catalogue = await openCatalogue({
    office,
    hall,
    own: matters,
    dataDir,
    alwaysOpen: demo,
    calendar,
    tell: (message) => logger.error(message),
    invalidate: () => audience.invalidate('all'),
  })

  const cases = caseStore(database, caseHash(dataDir))
  if (demo) addDemoCases(cases, moment(), calendar)
  cases.forget(now())
  const dropped = watchDropFolder({
    store: cases,
    dataDir,
    time: caseTimeOf(hall.timeZone, calendar),
    now,
    onBroken: (error) => logger.error({ error }, 'cases-in'),
  })
  stack.defer(() => dropped.stop())

  const personDays = hall.booking === null ? 1 : personKeptDays(hall.booking)
  return {
    office,
    log,
    calendar,
    moment,
    catalogue: () => catalogue.shelf,
    own: matters,
    cases,
    media,
    plays: playStore(database),
    deviceMemory: deviceMemory(database),
    persons: openPersonKeys(dataDir, 'booking', 30, personDays),
    identities: openIdentityKeys(dataDir),
    tokenOf: (token) => findToken(database, token),
    async keepDays() {
      cases.forget(now())
      await office.handle({ type: 'close-day' }, 'hall', null)
    },
  }
}
