import { readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { ask, askFile } from '../../gateway/client/ask.ts'
import { swallowStalePresses } from '../../gateway/client/fresh-presses.ts'
import { pageGlobals } from '../support/network/page-globals.ts'

const root = resolve(import.meta.dirname, '../..')
/** They live beside the pages, as one file each that imports nothing: a browser starts them alone. */
const workers = ['display/shared/worker.ts', 'kiosk/terminal/offline/worker.ts']
const files = ['kiosk', 'display', 'gateway/client'].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(top, name)),
)
const code = (file: string): string =>
  readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
const using = (word: RegExp): string[] => files.filter((file) => word.test(code(file)) && !workers.includes(file))

describe('one place for each', () => {
  test('NT5 one file of the pages reads clocks, starts timers and draws lots', () => {
    const clocks =
      /\bDate\.now\b|\bnew Date\(\)|\bperformance\.(now|timeOrigin)\b|\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\b(setTimeout|setInterval|setImmediate|requestAnimationFrame|requestIdleCallback)\b|\bAbortSignal\.timeout\b/
    expect(files.length).toBeGreaterThan(150)
    expect(using(clocks)).toEqual(['gateway/client/page-clock.ts'])
  })
  test('NQ2 pages ask through one client and listen through one link', () => {
    expect(using(/\bfetch\(|\bXMLHttpRequest\b|\bsendBeacon\b|\bEventSource\b/)).toEqual(['gateway/client/ask.ts'])
    expect(using(/\bnew WebSocket\b/)).toEqual(['gateway/client/link.ts'])
  })
})

/** Answers each path in its own way; `/never` not at all. */
async function answering(run: (url: string) => Promise<void>): Promise<void> {
  const answers: Record<string, [status: number, type: string, body: string]> = {
    '/good': [200, 'application/json', '{"number":"A001"}'],
    '/refused': [
      409,
      'application/json',
      '{"error":{"code":"hall-closed","message":"现在不取号。","details":{"back":"x"}}}',
    ],
    '/portal': [200, 'text/html', '<html>请先登录无线网</html>'],
    '/portal-refuses': [511, 'text/html', '<html></html>'],
    '/other': [200, 'application/json', '{"number":7}'],
    '/picture': [200, 'image/png', 'png'],
  }
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? '']
    if (request.url === '/half') response.writeHead(200, { 'content-length': 100 }).write('{"number":')
    else if (answer) response.writeHead(answer[0], { 'content-type': answer[1] }).end(answer[2])
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  pageGlobals(url)
  try {
    await run(url)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
const ticket = z.object({ number: z.string() })

describe('questions', () => {
  test('NQ1 an answer is read as what it should be; anything else, a silence and half an answer are not-answered', () =>
    answering(async () => {
      expect(await ask('/good', ticket)).toMatchObject({
        ok: true,
        body: { number: 'A001' },
        heardAt: expect.any(Number),
      })
      expect(await ask('/refused', ticket)).toEqual({
        ok: false,
        error: { code: 'hall-closed', message: '现在不取号。', details: { back: 'x' } },
      })
      const started = performance.now()
      for (const path of ['/portal', '/portal-refuses', '/other', '/never', '/half'])
        expect(await ask(path, ticket, { withinMs: 300 }), path).toMatchObject({ error: { code: 'not-answered' } })
      expect(performance.now() - started).toBeLessThan(5_000)
      expect(await askFile('/picture')).toMatchObject({ ok: true, body: { size: 3 } })
      expect(await askFile('/never', { withinMs: 300 })).toMatchObject({ error: { code: 'not-answered' } })
    }))
  test('NQ1 a gateway that is away is not-answered', async () => {
    pageGlobals('http://127.0.0.1:9')
    expect(await ask('/good', ticket)).toMatchObject({ error: { code: 'not-answered' } })
  })
})

describe('presses', () => {
  test('NO6 a press that is heard more than three seconds late is swallowed, another is not', () => {
    const page = new EventTarget()
    swallowStalePresses(page)
    const pressed: string[] = []
    for (const kind of ['pointerdown', 'click', 'keydown']) page.addEventListener(kind, () => pressed.push(kind))
    const press = (kind: string, secondsAgo: number): void => {
      const event = new Event(kind, { cancelable: true })
      vi.spyOn(event, 'timeStamp', 'get').mockReturnValue(performance.now() - secondsAgo * 1_000)
      page.dispatchEvent(event)
    }
    press('click', 0)
    press('click', 2.9)
    expect(pressed).toEqual(['click', 'click'])
    for (const kind of ['pointerdown', 'click', 'keydown']) press(kind, 3.1)
    expect(pressed).toEqual(['click', 'click'])
  })
})
