import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { callsOf, supervisorSocket } from '../wall-story.ts'
import { type cutLine, openAgain } from './line-habits.ts'
import type { SlowLine } from './slow-line.ts'

interface CutOff {
  wall: Page
  line: SlowLine
  /** Which ways are held. */
  cut: Partial<typeof cutLine>
}
interface Heard {
  /** Numbers in the order in which they were begun to be said: their chimes. */
  said: string[]
  /** Numbers that stood in the first, large row, one after the other. */
  large: string[]
  /** From the first sight of a number to its chime, milliseconds. */
  waited: Record<string, number>
}

/** What a wall shows large and says, and when, from now on; `B008` as it stands there. */
async function watchWall(wall: Page): Promise<() => Promise<Heard>> {
  await wall.evaluate(() => {
    const watched = { said: [] as string[], large: [] as string[], waited: {} as Record<string, number> }
    const seenAt: Record<string, number> = {}
    Object.assign(window, { watched })
    const look = (): void => {
      for (const { textContent } of document.querySelectorAll('.call b:first-child'))
        seenAt[textContent ?? ''] ??= performance.now()
      const large = document.querySelector('.call.current b')?.textContent ?? ''
      if (large !== '' && watched.large.at(-1) !== large) watched.large.push(large)
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
    look()
    // What is being said is told just before its first clip.
    let speaking = ''
    addEventListener('tingshi:speaking', (event) => {
      speaking = (event as CustomEvent<{ number: string } | null>).detail?.number ?? ''
    })
    addEventListener('tingshi:clip', (event) => {
      if ((event as CustomEvent<{ clip: string }>).detail.clip !== 'chime') return
      const now = performance.now()
      watched.said.push(speaking)
      watched.waited[speaking] = now - (seenAt[speaking] ?? now)
    })
  })
  return () => wall.evaluate(() => (window as unknown as { watched: Heard }).watched)
}

/**
 * Calls made while walls are cut off, and after. `pass`: so much time goes by for the hall, at least; the cut is over after 62 s of it.
 * Checks what each wall says and shows.
 */
export async function callsInACut(
  url: string,
  walls: readonly CutOff[],
  pass: (ms: number) => Promise<void>,
): Promise<void> {
  const order = async (...commands: readonly object[]): Promise<void> => {
    const supervisor = await supervisorSocket(url)
    await supervisor.order(commands)
    supervisor.conversation.socket.close()
  }
  const call = (counterId: string): object => ({ type: 'call-next', counterId })
  const counters = ['1', '2', '3', '4', '5', '6', '7']
  await order(
    ...counters.map((counterId) => ({ type: 'open-counter', counterId })),
    ...Array.from({ length: 9 }, () => ({ type: 'take-ticket', queueId: 'B' })),
    ...callsOf(1, '1'),
  )
  for (const { wall } of walls) await expect.poll(() => wall.textContent('.call.current b')).toBe('B001')
  await expect
    .poll(async () =>
      (await Promise.all(walls.map(({ wall }) => wall.$('.call.swelling')))).every((one) => one === null),
    )
    .toBe(true)
  const watching = await Promise.all(walls.map(({ wall }) => watchWall(wall)))

  for (const { line, cut } of walls) line.become(cut)
  await pass(1_000)
  // B002 and B004 are awaited on; B003 is missed.
  await order(call('2'), call('3'))
  await pass(3_000)
  await order(call('4'))
  await pass(26_000)
  // B005 is young enough to be said when the line is there again.
  await order({ type: 'miss-ticket', counterId: '3' }, call('5'))
  await pass(16_000)
  // Younger still, and over: B006 is missed, B007 has come and gone.
  await order(call('6'), call('7'))
  await pass(12_000)
  await order(
    { type: 'miss-ticket', counterId: '6' },
    { type: 'serve-ticket', counterId: '7' },
    { type: 'finish-ticket', counterId: '7' },
  )
  for (const { wall } of walls) expect(await wall.textContent('.call.current b')).toBe('B001')
  await pass(4_000)
  // B008 is called while nobody hears it.
  await order(call('1'))
  for (const { line } of walls) line.become(openAgain)

  const saidOf = async (): Promise<string[][]> =>
    (await Promise.all(watching.map((look) => look()))).map(({ said }) => said)
  await expect
    .poll(async () => (await saidOf()).map(([first]) => first), { timeout: 15_000, interval: 100 })
    .toEqual(walls.map(() => 'B008'))
  // While it is being said somebody is called who hears it in time: B009.
  await order(call('3'))
  await expect.poll(saidOf, { timeout: 40_000, interval: 500 }).toEqual(walls.map(() => ['B008', 'B009', 'B005']))
  await walls[0]?.wall.waitForTimeout(12_000)
  for (const look of watching) {
    const { said, large, waited } = await look()
    expect(said).toEqual(['B008', 'B009', 'B005'])
    expect(waited.B008).toBeLessThan(2_000)
    // What is being said stands large, else the newest.
    expect(large).toEqual(['B001', 'B008', 'B009', 'B005', 'B009'])
  }
}
