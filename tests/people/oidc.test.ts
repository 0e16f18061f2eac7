import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { staffCommand } from '../../gateway/cli/staff-command.ts'
import type { SessionView } from '../../gateway/contract/sign-in.ts'
import { type CitySignIn, cityClient, citySignIn, wanderer } from '../support/city-sign-in.ts'
import { said } from '../support/damaged-log.ts'
import { freePort } from '../support/free-port.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { TEST_COST, type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let city: CitySignIn
let hall: RunningGateway
let back = ''
beforeAll(async () => {
  const port = await freePort()
  back = `http://127.0.0.1:${port}/sign-in/oidc/back`
  city = await citySignIn(back)
  const folder = spoiledHall({
    'hall.yaml': [['hours:', `signIn: { oidc: { issuer: "${city.issuer}", clientId: ${cityClient.id} } }\nhours:`]],
  })
  hall = await runGateway({
    TINGSHI_DEMO: '0',
    TINGSHI_HALL: folder,
    TINGSHI_PORT: String(port),
    TINGSHI_OIDC_SECRET: cityClient.secret,
  })
  const dataDir = { dataDir: hall.dataDir, passwordCost: TEST_COST }
  await said(() => staffCommand(['add', '0327', '王*', '--roles', 'clerk', '--counters', '12'], dataDir))
})
afterAll(async () => {
  await hall?.discard()
  city?.close()
})

/** Where the hall sends somebody who came back from the city, and who they are then. */
async function enter(person: string, to = '') {
  const browser = wanderer()
  const address = await browser.through(`${hall.url}/sign-in/oidc${to}`, person, back)
  const response = await browser.go(address)
  const session = (await (await browser.go(`${hall.url}/api/v1/session`)).json()) as SessionView
  return { browser, address, where: response.headers.get('location'), person: session.signedIn }
}

test('PE15 whoever the city vouches for and who has a number here is in, on the way to the page that was wanted', async () => {
  const { where, person, browser } = await enter('0327', '?to=%2Fcounter%2F%3Fcounter%3D12')
  expect(person).toMatchObject({ number: '0327', stage: 'in', counters: ['12'] })
  expect(where).toBe('/sign-in?to=%2Fcounter%2F%3Fcounter%3D12')
  expect(browser.cookieAt(hall.url, 'tingshi_oidc')).toBeUndefined()
  expect(((await (await fetch(`${hall.url}/api/v1/session`)).json()) as SessionView).oidc).toBe('市统一身份')
  expect(await enter('nobody-here')).toMatchObject({ where: '/sign-in?why=oidc-unknown', person: null })
  // An address elsewhere is no page of ours.
  expect((await enter('0327', '?to=%2F%2Fevil.example')).where).toBe('/sign-in')
})

test('PE15 a hall that configures none has none', async () => {
  const plain = await runGateway()
  expect((await fetch(`${plain.url}/sign-in/oidc`, { redirect: 'manual' })).status).toBe(404)
  expect(((await (await fetch(`${plain.url}/api/v1/session`)).json()) as SessionView).oidc).toBeNull()
  await plain.discard()
})

const seconds = (): number => Math.floor(Date.now() / 1_000)
test.each([
  ['for another client', (claims: object) => ({ ...claims, aud: 'another-hall' }), false],
  ['that is over', (claims: object) => ({ ...claims, exp: seconds() - 600, iat: seconds() - 1_200 }), false],
  ['of another issuer', (claims: object) => ({ ...claims, iss: 'http://127.0.0.1:1' }), false],
  ['that somebody else signed', (claims: object) => ({ ...claims }), true],
  ['with another nonce', (claims: object) => ({ ...claims, nonce: 'x'.repeat(43) }), false],
])('PE16 an ID token %s opens nothing', async (_, change, stranger) => {
  city.tamper(change, stranger)
  expect(await enter('0327')).toMatchObject({ where: '/sign-in?why=oidc-failed', person: null })
  // The same way with what the provider really signs.
  city.tamper((claims) => claims)
  expect((await enter('0327')).person).toMatchObject({ number: '0327' })
  city.tamper(null)
})

test('PE16 a return without this browser’s state, with another’s, or a second time opens nothing', async () => {
  const browser = wanderer()
  const address = await browser.through(`${hall.url}/sign-in/oidc`, '0327', back)
  expect((await wanderer().go(address)).headers.get('location')).toBe('/sign-in?why=oidc-failed')
  const state = browser.cookieAt(hall.url, 'tingshi_oidc')
  expect((await browser.go(address)).headers.get('location')).toBe('/sign-in')
  const again = await fetch(address, { redirect: 'manual', headers: { cookie: `tingshi_oidc=${state}` } })
  expect(again.headers.get('location')).toBe('/sign-in?why=oidc-failed')
})
