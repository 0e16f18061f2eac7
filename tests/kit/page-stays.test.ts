import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const here = hallInBrowser()
const pages = [
  ['terminal', '/kiosk/?terminal=K1', '.hero.find'],
  ['tablet', '/rating/?counter=1', 'main'],
] as const
const open = async (path: string, ready: string): Promise<Page> => {
  const page = await openPage(here.browser, 'about:blank', 1080, 1920)
  // As in a kiosk: nothing was open before.
  await page.evaluate((to) => location.replace(to), `${here.hall.url}${path}`)
  await page.waitForSelector(ready)
  return page
}

test.each(pages)('KT5 nothing that a %s page may be made to try leads away from it', async (_, path, ready) => {
  const page = await open(path, ready)
  const stands = page.url()
  const opened = vi.fn()
  page.context().on('page', opened)
  page.on('download', opened)
  const tries: [name: string, attempt: () => void][] = [
    ['window.open', () => void window.open('https://example.com/')],
    ['external link', () => addLink('https://example.com/').click()],
    ['link to a new window', () => addLink('https://example.com/', '_blank').click()],
    ['link to staff', () => addLink('/manage/').click()],
    ['mail', () => addLink('mailto:a@b.example').click()],
    ['telephone', () => addLink('tel:110').click()],
    ['download', () => addLink('/api/openapi.json', undefined, 'a.json').click()],
    ['a PDF', () => addLink('/samples/form.pdf').click()],
    ['javascript:', () => addLink('javascript:document.title="gone"').click()],
    ['data:', () => void (location.href = 'data:text/html,gone')],
    ['file:', () => void (location.href = 'file:///etc/passwd')],
    ['blob:', () => void (location.href = URL.createObjectURL(new Blob(['gone'], { type: 'text/html' })))],
    ['another address of the hall', () => void (location.href = '/counter/?counter=1')],
    ['replace', () => location.replace('https://example.com/')],
    ['a form', () => sendForm('https://example.com/')],
    ['back', () => history.back()],
    ['print', () => window.print()],
  ]
  await page.evaluate(() => {
    Object.assign(window, {
      addLink(href: string, target?: string, download?: string) {
        const link = document.createElement('a')
        Object.assign(link, { href, textContent: 'x', ...(target && { target }), ...(download && { download }) })
        document.body.append(link)
        return link
      },
      sendForm(action: string) {
        const form = document.createElement('form')
        form.action = action
        document.body.append(form)
        form.requestSubmit()
      },
    })
  })
  for (const [name, attempt] of tries) {
    await page.evaluate(attempt).catch(() => {})
    await page.waitForTimeout(60)
    expect.soft(page.url(), name).toBe(stands)
    expect.soft(await page.title(), name).not.toBe('gone')
    expect.soft(await page.locator(ready).count(), name).toBeGreaterThan(0)
  }
  expect(opened).not.toHaveBeenCalled()
  await page.context().close()
})

declare function addLink(href: string, target?: string, download?: string): HTMLAnchorElement
declare function sendForm(action: string): void

test.each(pages)(
  'KT5 a hand on a %s gets no menu, drags nothing, zooms nothing, copies nothing',
  async (_, path, ready) => {
    const page = await open(path, ready)
    const left = await page.evaluate(() => {
      const passed: string[] = []
      const tried = (name: string, event: Event): void => {
        const target = document.querySelector('button') ?? document.body
        if (target.dispatchEvent(event)) passed.push(name)
      }
      const sure = { bubbles: true, cancelable: true }
      for (const name of ['contextmenu', 'dragstart', 'drop', 'dragover', 'gesturestart', 'copy', 'cut', 'auxclick'])
        tried(name, new Event(name, sure))
      tried('wheel with Ctrl', new WheelEvent('wheel', { ...sure, ctrlKey: true }))
      const finger = (identifier: number): Touch => new Touch({ identifier, target: document.body })
      tried('two fingers', new TouchEvent('touchmove', { ...sure, touches: [finger(1), finger(2)] }))
      return passed
    })
    expect(left).toEqual([])
    expect(await page.evaluate(() => document.documentElement.style.touchAction)).toBe('pan-x pan-y')
    await page.context().close()
  },
)

test.each(pages)('KT5 keys that are no letters and no way through a %s page do nothing', async (_, path, ready) => {
  const page = await open(path, ready)
  await page.evaluate(() => {
    Object.assign(window, { passed: [] as string[] })
    addEventListener('keydown', ({ key, defaultPrevented }: KeyboardEvent) => {
      if (!defaultPrevented) (window as unknown as { passed: string[] }).passed.push(key)
    })
  })
  for (const key of [
    ...['F1', 'F3', 'F5', 'F6', 'F7', 'F11', 'F12', 'ContextMenu'],
    ...['Control+P', 'Control+S', 'Control+O', 'Control+F', 'Control+U', 'Control+J', 'Control+H', 'Control+L'],
    ...[
      'Control+Shift+I',
      'Control+Shift+Delete',
      'Alt+ArrowLeft',
      'Alt+D',
      'Alt+F',
      'Control+Equal',
      'Meta+R',
      'Shift+Escape',
    ],
  ])
    await page.keyboard.press(key)
  const passed = await page.evaluate(() => (window as unknown as { passed: string[] }).passed)
  expect(passed.filter((key) => !['Control', 'Shift', 'Alt', 'Meta'].includes(key))).toEqual([])
  await page.context().close()
})

test('KT5 the content policy lets pages of visitors load and send nothing elsewhere', async () => {
  for (const [, path] of pages) {
    const said = (await fetch(`${here.hall.url}${path}`)).headers.get('content-security-policy') ?? ''
    for (const rule of [
      "default-src 'self'",
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'self'",
    ])
      expect(said).toContain(rule)
    expect(said).not.toMatch(/script-src[^;]*unsafe/)
  }
})
