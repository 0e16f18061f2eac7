import { firstScreens } from '../support/first-screens.ts'
import { openBrowser } from '../support/browser.ts'
import { weighPage } from '../support/page-weight.ts'
import { runGateway } from '../support/run-gateway.ts'

const kB = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(7)

/** `npm run bench -- pages`: what each page weighs on the line, beside its budget. */
export async function benchPages(): Promise<void> {
  const gateway = await runGateway()
  const browser = await openBrowser()
  const screens = await firstScreens(gateway)
  console.log(
    `${'kB'.padEnd(11)}${['all', 'most', 'script', 'style', 'font', 'data', 'picture', 'later'].map((head) => head.padStart(8)).join('')}`,
  )
  for (const screen of screens) {
    const weight = await weighPage(browser, gateway.url + screen.path, screen)
    const { all, script, style, font, data, picture, later } = weight
    const columns = [all, screen.most * 1000, script, style, font, data, picture, later]
    console.log(`${screen.page.padEnd(11)}${columns.map((one) => ` ${kB(one)}`).join('')}`)
  }
  await browser.close()
  await gateway.discard()
}
