import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { type Conversation, converse, signIn } from './api-client.ts'

/** A supervisor's socket: commands leave in one breath, and each is answered. */
export async function supervisorSocket(
  url: string,
): Promise<{ order(commands: readonly object[]): Promise<void>; conversation: Conversation }> {
  const { token } = await signIn(url, 'supervisor')
  const conversation = await converse(url)
  conversation.say({ type: 'hello', protocol: 1, token, topics: [] })
  await conversation.until((message) => message.type === 'welcome')
  // The gateway remembers answers by id: two sockets of one test must not share them.
  const story = randomUUID()
  let count = 0
  return {
    conversation,
    async order(commands) {
      const sent = commands.map((command) => {
        count += 1
        const commandId = `${story}-${count}`
        conversation.say({ type: 'command', commandId, command })
        return commandId
      })
      for (const commandId of sent) {
        const answer = await conversation.until(
          (message) => message.type === 'reply' && message.commandId === commandId,
        )
        if (answer.type === 'reply' && !answer.ok)
          throw new Error(`${commandId} was refused: ${JSON.stringify(answer.error)}`)
      }
    },
  }
}

/** Call, start, finish: what one counter does for so many numbers. */
export const callsOf = (count: number, counterId: string): object[] =>
  Array.from({ length: count }, () => [
    { type: 'call-next', counterId },
    { type: 'serve-ticket', counterId },
    { type: 'finish-ticket', counterId },
  ]).flat()

/** Each number that stands large, in order, from now on. */
export async function watchLarge(wall: Page): Promise<() => Promise<string[]>> {
  await wall.evaluate(() => {
    const large: string[] = []
    Object.assign(window, { large })
    new MutationObserver(() => {
      const number = document.querySelector('.call.swelling b')?.textContent ?? ''
      if (number !== '' && large.at(-1) !== number) large.push(number)
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  return () => wall.evaluate(() => (window as unknown as { large: string[] }).large)
}

/** The page's pauses pass so many times faster; the sound keeps its own clock. */
export const hurry = (wall: Page, times: number): Promise<void> =>
  wall.evaluate((faster) => {
    const wait = window.setTimeout.bind(window)
    window.setTimeout = ((run: () => void, ms: number) => wait(run, ms / faster)) as typeof setTimeout
  }, times)

/** Numbers on the wall from top to bottom. */
export const numbersOn = (wall: Page): Promise<string[]> =>
  wall.$$eval('.call b:first-child', (all) => all.map((one) => one.textContent ?? ''))

/** Holds the socket of a page between page and gateway, so that it can be cut and given back. Before the page is opened. */
export async function holdLink(page: Page): Promise<{ cut(): void; giveBack(): void }> {
  let isCut = false
  const open = new Set<{ close(): void }>()
  await page.routeWebSocket(/\/ws$/, (link) => {
    // Before it stands a socket cannot be closed.
    if (isCut) return void setTimeout(() => void link.close({ code: 1001 }), 100)
    link.connectToServer()
    open.add(link)
  })
  return {
    cut() {
      isCut = true
      for (const link of open) link.close()
      open.clear()
    },
    giveBack: () => void (isCut = false),
  }
}
