import { join } from 'node:path'
import type { Settings } from '../config.ts'
import type { Hall } from '../contract/hall.ts'
import type { Matter } from '../contract/matter.ts'
import type { LoggedEvent } from '../domain/events.ts'
import { evolve } from '../domain/evolve.ts'
import { buildHallModel } from '../domain/hall-model.ts'
import type { Key } from '../domain/keys.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { touchedBy } from '../domain/touched-by.ts'
import { calendarFolder, readCalendar } from '../hall/read-calendar.ts'
import { mediaShelf } from '../media/media-shelf.ts'
import type { KeptLog } from './open-log.ts'
import type { Trouble } from './open-trouble.ts'
import { mediaRoutes } from '../server/media-routes.ts'
import { pageRoutes } from '../server/pages.ts'
import { soundRoutes } from '../server/sound-routes.ts'
import { standbyApp, standbySockets } from '../server/standby-door.ts'
import { openUpgradeDoor } from '../server/upgrade-door.ts'
import { sealedBy } from './open-web.ts'
import { type WebServer, webServer } from '../server/web-server.ts'
import { processTasks } from '../show/process-tasks.ts'
import { openRecorded } from '../show/recorded.ts'
import { openShow } from '../show/show.ts'
import type { LogRow } from '../store/event-log.ts'
import { monotonic, wallTime } from '../time.ts'
import { nothingLive } from '../views/plain-reading.ts'
import { keepDoing } from '../work/keep-doing.ts'

export interface StandbyDeps {
  settings: Settings
  version: string
  hall: Hall
  matters: Matter[]
  kept: KeptLog & { stream: NonNullable<KeptLog['stream']> }
  trouble: Trouble
  /** It listens, and shows what another gateway does. */
  onFollowing(url: string): void
  /** The stream has another log than this gateway's copy: it can show nothing. */
  giveUp(words: string[]): void
}

const BESIDE_EACH_MS = 1_000

export interface Stood {
  /** The hall's own doors take over the port on which pages found this gateway; then what was shown ends. */
  comeForward(web: WebServer): Promise<void>
}

/**
 * Until this gateway leads its hall: follows the one that does, shows walls, strips and panels, and holds ready what stands beside the log.
 * null = it was told to stop. Rejects never; ends with the stack.
 */
export async function standBehind(deps: StandbyDeps, stack: AsyncDisposableStack): Promise<Stood | null> {
  const { settings, kept, trouble } = deps
  const { stream } = kept
  const { followStream } = await import('../stream/follow-stream.ts')
  const { waitToLead } = await import('../stream/wait-to-lead.ts')
  const { takeBeside } = await import('../stream/carry-beside.ts')
  let opening: Promise<Showing | null> | null = null
  let shown: Showing | null = null
  stack.defer(() => {
    shown?.close()
    shown?.web.close()
  })
  const onRows = (rows: readonly LogRow[]): void => {
    const touched = new Set<Key>()
    for (const { body } of rows) fold(kept.state, JSON.parse(body) as LoggedEvent, (key) => void touched.add(key))
    shown?.invalidate(touched)
  }
  const leads = await waitToLead({
    desk: stream.desk,
    log: stream.log,
    onRows,
    stopped: () => stack.disposed,
    follow(isAlone) {
      const following = followStream({
        ...stream,
        onRows,
        onOtherChain: (seq) => deps.giveUp([`日志服务器上的日志从第 ${seq} 条起和这台网关记下的对不上。`]),
      })
      opening ??= openShowing(deps, isAlone).then(
        (opened) => {
          deps.onFollowing(opened.url)
          return (shown = opened)
        },
        (broken) => {
          trouble.at('standby')(broken)
          return null
        },
      )
      const carry = takeBeside(stream.line, stream.hall, kept.database, settings.dataDir)
      const carrying = keepDoing(BESIDE_EACH_MS, carry, () => {})
      return {
        async stop() {
          carrying.stop()
          await following.stop()
        },
      }
    },
  })
  await opening
  if (!leads) return null
  return {
    async comeForward(web) {
      await web.listen(shown?.web)
      shown?.close()
      shown = null
    },
  }
}

/** The same two looks as the office takes: a fact can move what it touches. */
function fold(state: OfficeState, event: LoggedEvent, touch: (key: Key) => void): void {
  touchedBy(state, event, touch)
  evolve(state, event)
  touchedBy(state, event, touch)
}

interface Showing {
  web: WebServer
  url: string
  invalidate(touched: ReadonlySet<Key>): void
  /** Sends its pages on; its port stays open. */
  close(): void
}

/** `isAlone`: whoever leads was not heard when he was asked last. */
async function openShowing(
  { settings, version, hall, matters, kept, trouble }: StandbyDeps,
  isAlone: () => boolean,
): Promise<Showing> {
  const calendar = readCalendar(calendarFolder, settings.hallDir)
  const hallModel = buildHallModel(hall, matters, settings.demo, calendar)
  const live = { ...nothingLive, version }
  const sources = { hallModel: () => hallModel, state: () => kept.state, live, now: wallTime }
  const tasks = processTasks(trouble.at('show'))
  const show = openShow({ recorded: openRecorded(sources), seq: () => kept.state.seq, tasks })
  const { port: wished, host } = settings
  const web = webServer({ port: wished, host, sealed: sealedBy(settings), onBroken: trouble.at('server') })
  const { gateways } = settings
  const onBroken = trouble.at('sockets')
  const sockets = standbySockets({ show, version, gateways, isAlone, now: wallTime, ticks: monotonic, onBroken })
  openUpgradeDoor(web.server, { refusalOf: () => null, onBroken }).at('/ws', sockets.enter)
  const doors = [
    { path: '/', router: soundRoutes(join(settings.hallDir, 'sounds'), hall.announcements) },
    { path: '/media', router: mediaRoutes(mediaShelf(join(settings.dataDir, 'media'))) },
    { path: '/', router: pageRoutes(join(import.meta.dirname, '../../dist')) },
  ]
  web.server.on('request', standbyApp(doors))
  await web.listen()
  return {
    web,
    url: web.address().url,
    invalidate: (touched) => show.invalidate(...touched),
    close() {
      sockets.close()
      show.close()
    },
  }
}
