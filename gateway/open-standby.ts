import { join } from 'node:path'
import type { Settings } from './config.ts'
import type { Hall } from './contract/hall.ts'
import type { Matter } from './contract/matter.ts'
import type { LoggedEvent } from './domain/events.ts'
import { evolve } from './domain/evolve.ts'
import { buildHallModel } from './domain/hall-model.ts'
import type { Key } from './domain/keys.ts'
import type { OfficeState } from './domain/office-state.ts'
import { touchedBy } from './domain/touched-by.ts'
import { calendarFolder, readCalendar } from './hall/read-calendar.ts'
import { mediaShelf } from './media/media-shelf.ts'
import type { KeptLog } from './open-log.ts'
import type { Trouble } from './open-trouble.ts'
import { mediaRoutes } from './server/media-routes.ts'
import { pageRoutes } from './server/pages.ts'
import { soundRoutes } from './server/sound-routes.ts'
import { standbyApp, standbySockets } from './server/standby-door.ts'
import { openUpgradeDoor } from './server/upgrade-door.ts'
import { sealedBy } from './open-web.ts'
import { webServer } from './server/web-server.ts'
import { processTasks } from './show/process-tasks.ts'
import { openRecorded } from './show/recorded.ts'
import { openShow } from './show/show.ts'
import type { LogRow } from './store/event-log.ts'
import { monotonic, wallTime } from './time.ts'
import { nothingLive } from './views/plain-reading.ts'
import { keepDoing } from './work/keep-doing.ts'

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

/**
 * Until this gateway leads its hall: follows the one that does, shows walls, strips and panels, and holds ready what stands beside the log.
 * Gives the port on which pages found it, to be found there again; null = nobody led, and nothing was opened. Rejects never; ends with the stack.
 */
export async function standBehind(
  deps: StandbyDeps,
  stack: AsyncDisposableStack,
): Promise<{ port: number | null } | null> {
  const { settings, kept, trouble } = deps
  const { stream } = kept
  const { followStream } = await import('./stream/follow-stream.ts')
  const { waitToLead } = await import('./stream/wait-to-lead.ts')
  const { takeBeside } = await import('./stream/carry-beside.ts')
  let shown: Awaited<ReturnType<typeof openShowing>> | null = null
  let port: number | null = null
  const onRows = (rows: readonly LogRow[]): void => {
    const touched = new Set<Key>()
    for (const { body } of rows) fold(kept.state, JSON.parse(body) as LoggedEvent, (key) => void touched.add(key))
    shown?.invalidate(touched)
  }
  const close = async (): Promise<void> => {
    const closing = shown
    shown = null
    await closing?.close()
  }
  const leads = await waitToLead({
    desk: stream.desk,
    log: stream.log,
    onRows,
    stopped: () => stack.disposed,
    follow() {
      const following = followStream({
        ...stream,
        onRows,
        onOtherChain: (seq) => deps.giveUp([`日志服务器上的日志从第 ${seq} 条起和这台网关记下的对不上。`]),
      })
      void openShowing(deps).then((opened) => {
        shown = opened
        port = opened.port
        deps.onFollowing(opened.url)
      }, trouble.at('standby'))
      const carry = takeBeside(stream.line, stream.hall, kept.database, settings.dataDir)
      const carrying = keepDoing(BESIDE_EACH_MS, carry, () => {})
      return {
        async stop() {
          carrying.stop()
          await following.stop()
          await close()
        },
      }
    },
  })
  await close()
  return leads ? { port } : null
}

/** The same two looks as the office takes: a fact can move what it touches. */
function fold(state: OfficeState, event: LoggedEvent, touch: (key: Key) => void): void {
  touchedBy(state, event, touch)
  evolve(state, event)
  touchedBy(state, event, touch)
}

async function openShowing({ settings, version, hall, matters, kept, trouble }: StandbyDeps): Promise<{
  port: number
  url: string
  invalidate(touched: ReadonlySet<Key>): void
  close(): Promise<void>
}> {
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
  const sockets = standbySockets({ show, version, gateways, now: wallTime, ticks: monotonic, onBroken })
  openUpgradeDoor(web.server, { refusalOf: () => null, onBroken }).at('/ws', sockets.enter)
  const doors = [
    { path: '/', router: soundRoutes(join(settings.hallDir, 'sounds'), hall.announcements) },
    { path: '/media', router: mediaRoutes(mediaShelf(join(settings.dataDir, 'media'))) },
    { path: '/', router: pageRoutes(join(import.meta.dirname, '../dist')) },
  ]
  web.server.on('request', standbyApp(doors))
  await web.listen()
  const { port, url } = web.address()
  return {
    port,
    url,
    invalidate: (touched) => show.invalidate(...touched),
    async close() {
      const gone = new Promise<void>((done) => web.server.once('close', () => done()))
      sockets.close()
      show.close()
      web.close()
      await gone
    },
  }
}
