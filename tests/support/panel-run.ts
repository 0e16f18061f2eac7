import { afterEach } from 'vitest'
import { panelFilm } from '../../display/led/film.ts'
import type { Picture } from '../../display/led/picture.ts'
import type { FakeCardServer } from '../../gateway/devices/fake/led/fake-card-server.ts'
import type { CardDriver, ShowOrder } from '../../gateway/devices/led/card-driver.ts'
import { parseLocalTime } from '../../gateway/devices/led/local-time.ts'
import { panelInk } from '../../gateway/devices/led/panel-ink.ts'
import { type CardState, type SupervisedCard, superviseCard } from '../../gateway/devices/led/supervise-card.ts'
import { openTcp } from '../../gateway/devices/tcp-link.ts'
import { NOW, call, panel } from '../fixtures/views/display.ts'

/** Short enough for a test; all else as at work. */
export const TIMES = { answerMs: 250, pauseMs: 20, mostPauseMs: 60, againMs: 60_000, clockMs: 3_600_000 }
/** What a test opened; closed after it. */
export const closing: (() => Promise<unknown>)[] = []
afterEach(async () => void (await Promise.all(closing.splice(0).map((close) => close()))))

/** Waits without end; the test's own time is the limit. */
export async function until(what: () => boolean): Promise<void> {
  while (!what()) await new Promise((done) => setTimeout(done, 5))
}
export const same = (one: Picture | undefined, other: Picture): boolean =>
  one !== undefined && Buffer.compare(one.pixels, other.pixels) === 0

/** A steady call on a panel of this size. */
export function order(
  width: number,
  height: number,
  colour: 'single' | 'double' | 'triple' | 'rgb565' | 'rgb888',
  number = 'A042',
): ShowOrder {
  const view = { ...panel, panel: { ...panel.panel, width, height, colour }, calls: [call({ number })] }
  const film = panelFilm(view, NOW + 10_000, panelInk())
  return { film: () => film, lines: [`请${number}到12号窗口`], strip: { number, counter: '12', waiting: 6 } }
}
export interface Run {
  server: FakeCardServer
  card: SupervisedCard
  states: CardState[]
}
/** A card behind a real TCP socket, kept as it should be by the driver. */
export async function run(
  server: FakeCardServer,
  driver: CardDriver,
  wanted = () => ({ on: true, percent: 60 as number | null }),
): Promise<Run> {
  const states: CardState[] = []
  const localTime = () => parseLocalTime('2026-11-23T11:46:09')
  const card = superviseCard(
    {
      open: () => openTcp('127.0.0.1', server.port, 500),
      driver,
      wanted,
      localTime,
      onState: (state) => states.push(state),
    },
    TIMES,
  )
  closing.push(
    () => card.stop(),
    () => server.close(),
  )
  return { server, card, states }
}
