import type { Page } from 'playwright-core'
import { hallCharacters } from './hall-characters.ts'

/** On the terminal's pad with the mouse, stroke by stroke, as the character is written. */
export async function drawByMouse(page: Page, character: string): Promise<void> {
  const strokes = (await hallCharacters()).find((one) => one.character === character)?.strokes ?? []
  const box = await page.locator('.ink-pad').boundingBox()
  if (!box) throw new Error('there is no pad')
  const scale = (box.height * 0.8) / 256
  const at = ([x, y]: readonly [number, number]): [number, number] => [
    box.x + box.width / 2 + (x - 128) * scale,
    box.y + box.height / 2 + (y - 128) * scale,
  ]
  for (const [first, ...others] of strokes) {
    if (!first) continue
    await page.mouse.move(...at(first))
    await page.mouse.down()
    for (const point of others) await page.mouse.move(...at(point), { steps: 5 })
    await page.mouse.up()
  }
}
