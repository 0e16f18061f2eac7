import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { openBrowser, openPage } from '../../../tests/support/browser.ts'
import { firstScreens, startPage } from '../../../tests/support/first-screens.ts'
import { runGateway } from '../../../tests/support/run-gateway.ts'
import { type FirstScreens, firstFaces } from './face-files.ts'
import { type Shown, shownCharacters, watchCharacters, withTheirKind } from './shown-characters.ts'

// `npm run first-screens`: notes which characters the first screen of each page writes in which face. Pages must be built (`npm run build`);
// the next build makes the faces. A hall that is built with a folder of its own (TINGSHI_HALL) gets faces with its own words.
const SETTLE_MS = 4_000
const TURNS_MS = 60_000

const hall = await runGateway()
const browser = await openBrowser()
const found: FirstScreens = {}
try {
  const screens = [...(await firstScreens(hall)), startPage]
  // The wall stands long; others are seen as they are while the hall has just been opened.
  screens.sort((one, other) => Number(one.page === 'lobby') - Number(other.page === 'lobby'))
  for (const screen of screens) {
    const { page: name, path, width, height, ready, phone } = screen
    const page = await openPage(browser, 'about:blank', width, height)
    const shown: Shown = new Map()
    await watchCharacters(page)
    await page.goto(hall.url + path)
    await page.waitForSelector(ready)
    // A wall turns its notices over.
    await page.waitForTimeout(name === 'lobby' ? TURNS_MS : SETTLE_MS)
    const look = async (): Promise<void> => {
      for (const [face, characters] of await shownCharacters(page))
        shown.set(face, new Set([...(shown.get(face) ?? []), ...characters]))
    }
    await look()
    if (name === 'terminal') {
      await page.setViewportSize({ width: height, height: width })
      await page.waitForTimeout(SETTLE_MS)
      await look()
    }
    const faces = firstFaces.filter((face) => shown.has(face) && !(phone && face.startsWith('sans')))
    found[name] = Object.fromEntries(
      faces.map((face) => [face, withTheirKind(shown.get(face) ?? new Set(), face.startsWith('num'))]),
    )
    console.log(name, faces.map((face) => `${face} ${found[name]?.[face]?.length}`).join(', '))
    await page.context().close()
  }
} finally {
  await browser.close()
  await hall.discard()
}
const file = resolve(import.meta.dirname, '../../fonts/first-screens.json')
writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`)
