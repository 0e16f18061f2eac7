import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let supervisor: ApiClient
let strip: Page
hallInBrowser({}, async (hall, browser) => {
  supervisor = await signIn(hall.url, 'supervisor')
  strip = await openPage(browser, `${hall.url}/strip/?counter=126`, 1280, 400)
})

/** Words that stick out of what they stand in, or lie over others. */
const spilt = (): Promise<string[]> =>
  strip.evaluate(() => {
    const out: string[] = []
    const edge = document.querySelector('.strip')?.getBoundingClientRect() ?? new DOMRect()
    const boxes = [...document.querySelectorAll('.counter, .rest header > *, .plate, .rest footer > *')].map((one) => ({
      one,
      box: one.getBoundingClientRect(),
    }))
    for (const { one, box } of boxes) {
      const range = document.createRange()
      range.selectNodeContents(one)
      for (const words of range.getClientRects())
        if (words.left < box.left - 1 || words.right > box.right + 1) out.push(`${one.className} ${one.textContent}`)
      // A line of text is as high as its box says, not as its face.
      for (const part of [...one.children].map((child) => child.getBoundingClientRect()))
        if (part.top < box.top - 1 || part.bottom > box.bottom + 1)
          out.push(`too high: ${one.className} ${one.textContent}`)
      if (box.right > edge.right + 1 || box.bottom > edge.bottom + 1) out.push(`out of the strip: ${one.textContent}`)
      for (const other of boxes)
        if (
          other.one !== one &&
          box.left < other.box.right - 1 &&
          other.box.left < box.right - 1 &&
          box.top < other.box.bottom - 1 &&
          other.box.top < box.bottom - 1
        )
          out.push(`${one.textContent} over ${other.one.textContent}`)
    }
    return out
  })
async function shows(word: string, name: string): Promise<void> {
  await strip.waitForFunction(
    (said) => (document.querySelector('.plate')?.textContent ?? '').replaceAll(/\s+/g, '').includes(said),
    word,
  )
  await strip.evaluate(() => document.fonts.ready)
  const folder = process.env.TINGSHI_PICTURES
  if (folder !== undefined) await strip.screenshot({ path: `${folder}/strip-${name}.png` })
  expect(await spilt(), name).toEqual([])
}

test('DS2 closed, idle, calling, serving and paused with the longest reason: every word stands whole', async () => {
  await shows('窗口未开', 'closed')
  // A closed counter waits for nobody.
  expect(await strip.textContent('.rest footer')).not.toContain('等候')
  await supervisor.post('/counters/126/open')
  await shows('请稍候', 'idle')
  const queues = (await supervisor.get<{ items: { id: string; where: { counters: string[] }[] }[] }>('/queues')).body
    .items
  const queueId = queues.find(({ where }) => where.some(({ counters }) => counters.includes('126')))?.id
  expect(queueId).toBeDefined()
  await supervisor.post('/tickets', { queueId })
  const { body } = await supervisor.post<{ ticket: { number: string } }>('/counters/126/next')
  await shows(`请${body.ticket.number}到这里来`, 'calling')
  await supervisor.post('/counters/126/serve')
  await shows(`正在办理${body.ticket.number}`, 'serving')
  await supervisor.post('/counters/126/finish')
  const reason =
    '设备故障正在修，约二十分钟。请先到旁边 127 号窗口办理，不用重新取号；已经交的材料留在窗口，办好了打电话给您，不用等'
  expect((await supervisor.post('/counters/126/pause', { reason })).status).toBe(200)
  await shows('暂停', 'paused')
  expect(await strip.textContent('.plate')).toContain(reason)
})
