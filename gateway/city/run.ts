import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { calendarFolder, readCalendar } from '../hall/read-calendar.ts'
import { webServer } from '../server/web-server.ts'
import { ensureCityStreams, orderOf } from '../stream/city-streams.ts'
import { connectStream } from '../stream/connect-stream.ts'
import { readStreamAddress } from '../stream/stream-address.ts'
import { newId, wallTime } from '../time.ts'
import { keepDoing } from '../work/keep-doing.ts'
import { cityApp } from './city-app.ts'
import { openCityHalls } from './city-halls.ts'
import { cityBoardView, quickestView } from './city-views.ts'
import { followCity } from './follow-city.ts'
import { readCityFile } from './read-city-file.ts'

const KEEP_EACH_MS = 60_000
const ANSWER_WITHIN_MS = 5_000
const PORT = 8_090

/** The city: follows the logs of all its halls and shows them. It decides nothing, and all that it knows can be thrown away. */
async function main(): Promise<void> {
  const { TINGSHI_CITY, TINGSHI_CITY_FILE, TINGSHI_CITY_TOKEN, TINGSHI_HOST, TINGSHI_PORT, TINGSHI_DATA } = process.env
  const address = readStreamAddress(TINGSHI_CITY ?? 'nats://127.0.0.1:4222')
  const host = TINGSHI_HOST ?? '127.0.0.1'
  const token = TINGSHI_CITY_TOKEN ? TINGSHI_CITY_TOKEN : null
  const file = readCityFile(TINGSHI_CITY_FILE ? resolve(TINGSHI_CITY_FILE) : null)
  if (address === null) return giveUp(['TINGSHI_CITY 要写成 nats://服务器:4222，几台之间用逗号。'])
  if (!file.ok) return giveUp(file.words)
  if (token === null && !/^(127\.|localhost$|::1$)/.test(host))
    return giveUp(['全市总览不是给所有人看的：别的电脑也能打开时，请写 TINGSHI_CITY_TOKEN。'])
  const line = await connectStream(address, 'tingshi city')
  if (!line.ok) return giveUp(line.words.slice(0, 1))
  await ensureCityStreams(line, address.replicas)
  const folder = resolve(TINGSHI_DATA ?? './city-data')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const kept = join(folder, 'city.checkpoint')
  const halls = openCityHalls(kept, readCalendar(calendarFolder, folder))
  const onBroken = (error: unknown): void => console.error(error)
  const following = followCity(line, halls, wallTime, onBroken)
  const keeping = keepDoing(KEEP_EACH_MS, () => halls.keep(kept), onBroken)
  const web = webServer({ port: Number(TINGSHI_PORT ?? PORT), host, sealed: null, onBroken })
  web.server.on(
    'request',
    cityApp({
      board: () => cityBoardView(halls.all(), file.city, wallTime()),
      quickest: (query, from) => quickestView(halls.all(), file.city, { query, from, now: wallTime() }),
      isHall: (id) => halls.all().some((hall) => hall.id === id),
      async order(hallId, body) {
        const answer = await line.line
          .request(orderOf(hallId), JSON.stringify(body), { timeout: ANSWER_WITHIN_MS })
          .catch(() => null)
        return answer === null ? null : answer.json()
      },
      token,
      newId,
    }),
  )
  await web.listen()
  console.log(`ready ${web.address().url}`)
  const stop = (): void => {
    keeping.stop()
    following.stop()
    halls.keep(kept)
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
