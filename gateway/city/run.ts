import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { reportSpans } from '../contract/reports.ts'
import { spanAt, spanOf } from '../domain/reports/span.ts'
import { calendarFolder, readCalendar } from '../hall/read-calendar.ts'
import { foreignHosts } from '../server/own-host.ts'
import { visitorAddress } from '../server/visitor-address.ts'
import { webServer } from '../server/web-server.ts'
import { ensureDeskStream, noteRegister } from '../stream/city-desk-stream.ts'
import { ensureCityStreams, orderOf, questionOf } from '../stream/city-streams.ts'
import { connectStream } from '../stream/connect-stream.ts'
import { monotonic, newId, wallTime } from '../time.ts'
import { keepDoing } from '../work/keep-doing.ts'
import { answerQuestions } from './answer-questions.ts'
import { DIST, cityApp } from './city-app.ts'
import { openCityHalls } from './city-halls.ts'
import { cityMetrics } from './city-metrics.ts'
import { openCityPeople } from './city-people.ts'
import { type HallAnswer, cityRoutes, mayOf } from './city-routes.ts'
import { cityBoardView } from './city-views.ts'
import { countNextDay } from './count-days.ts'
import { deskRoutes } from './desk-routes.ts'
import { openDesk } from './desk.ts'
import { followCity } from './follow-city.ts'
import { quickestView } from './quickest-view.ts'
import { isOpenHere, readSettings } from './read-settings.ts'
import { cityReport, newestDay } from './report-view.ts'

/** One hall each time: a hundred are kept twice a minute. */
const KEEP_EACH_MS = 300
const SWEEP_EACH_MS = 60_000
const ANSWER_WITHIN_MS = 5_000
/** Days that are over are counted one after the other, between everything else. */
const COUNT_EACH_MS = 1_000

/** The city: follows the logs of all its halls, shows them, and sends them what they decide on. All that it knows of halls can be thrown away. */
async function main(): Promise<void> {
  const read = readSettings(process.env)
  if (!read.ok) return giveUp(read.words)
  const { address, city, host, port, folder, token, oidcSecret } = read.settings
  const line = await connectStream(address, 'tingshi city')
  if (!line.ok) return giveUp(line.words.slice(0, 1))
  await ensureCityStreams(line, address.replicas)
  await ensureDeskStream(line, address.replicas)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const onBroken = (error: unknown): void => console.error(error)
  const halls = openCityHalls(join(folder, 'halls'), readCalendar(calendarFolder, folder))
  const desk = openDesk(line, wallTime)
  const metrics = cityMetrics(halls, city, wallTime)
  const following = followCity(line, { halls, desk, onLag: metrics.onLag, now: wallTime, onBroken })
  const web = webServer({ port, host, sealed: null, onBroken })
  const people = await openCityPeople({
    folder,
    name: city.name,
    signIn: city.signIn,
    oidcSecret,
    token,
    ownAddress: () => city.publicUrl ?? web.address().url,
    isSecure: city.publicUrl?.startsWith('https:') ?? false,
    record: (report, by) => noteRegister(line, { by, ...report }),
    onBroken,
  })
  const ids = (): string[] => halls.all().map(({ id }) => id)
  const quickest = (query: string, from: string | null) =>
    quickestView(halls.all(), city, { query, from, now: wallTime() })
  const order = (hallId: string, body: object): Promise<HallAnswer> =>
    line.line
      .request(orderOf(hallId), JSON.stringify(body), { timeout: ANSWER_WITHIN_MS })
      .then((answer) => answer.json<HallAnswer>())
      .catch(() => null)
  const who = { actorOf: people.actorOf, isLetIn: mayOf(people.actorOf, isOpenHere(read.settings)) }
  answerQuestions(line, questionOf, { quickest, order, isHall: (id) => ids().includes(id) }, onBroken)
  web.server.on(
    'request',
    cityApp({
      doors: [
        ...people.doors,
        { path: '/api/v1/city/desk', router: deskRoutes({ ...who, desk, halls: ids }) },
        {
          path: '/api/v1/city',
          router: cityRoutes({
            ...who,
            board: () => cityBoardView(halls.all(), city, wallTime()),
            quickest,
            report(span, at) {
              const day = at ?? newestDay(halls.all())
              const asked = reportSpans.find((one) => one === span)
              if (day === null || asked === undefined) return null
              const stretch = at === null ? spanOf(asked, day) : spanAt(asked, day)
              return stretch && cityReport(halls.all(), city, stretch)
            },
            order,
            isHall: (id) => ids().includes(id),
            addressOf: visitorAddress([]),
            monotonic,
            newId,
          }),
        },
        { path: '/metrics', router: metrics.router(who) },
      ],
      publicUrl: city.publicUrl,
      dist: DIST,
      onForeignHost: foreignHosts((words) => console.error(words)),
      onBroken,
    }),
  )
  const keeping = keepDoing(KEEP_EACH_MS, () => void halls.keepNext(), onBroken)
  const counting = keepDoing(COUNT_EACH_MS, () => countNextDay(line, halls.all()), onBroken)
  const sweeping = keepDoing(SWEEP_EACH_MS, () => void people.sweep(), onBroken)
  await web.listen()
  await people.recorder.record()
  if (people.newAdmin) console.error(people.newAdmin(web.address().url))
  console.log(`ready ${web.address().url}`)
  const stop = (): void => {
    for (const one of [keeping, counting, sweeping, following]) one.stop()
    halls.keep()
    web.close()
    void line.line.close().finally(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function giveUp(words: readonly string[]): void {
  for (const line of words) console.error(line)
  process.exitCode = 1
}

main().catch((broken: unknown) => {
  console.error(broken)
  process.exit(1)
})
