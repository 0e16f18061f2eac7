import { openBrowser, openPage } from './support/browser.ts'
import { runGateway } from './support/run-gateway.ts'
const hall=await runGateway(); const browser=await openBrowser()
const page=await openPage(browser,`${hall.url}/kiosk/?terminal=K1`,1080,1920)
await page.waitForSelector('.chips button'); await page.click('.dock button:has-text("长辈版")'); await page.click('.elder-action.find'); await page.waitForTimeout(300); await page.fill('.field input','存量房买卖'); await page.click('.row >> nth=0'); await page.waitForSelector('.facts'); await page.waitForTimeout(1500)
const tell=()=>page.evaluate(()=>[...document.querySelectorAll('.screen, .screen > *, .screen > .below > *, .material')].map(e=>{const r=e.getBoundingClientRect();return `${e.className} ${Math.round(r.top)}-${Math.round(r.bottom)}`}).join('\n'))
console.log(await tell())
await browser.close(); await hall.discard()
