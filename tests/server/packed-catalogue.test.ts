import { gunzipSync } from 'node:zlib'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

let gateway: RunningGateway
beforeAll(async () => {
  gateway = await runGateway()
})
afterAll(() => gateway?.discard())

const get = (accepts: string) =>
  new Promise<{ encoding: string | undefined; bytes: Buffer }>((done, fail) => {
    request(`${gateway.url}/api/v1/catalogue`, { headers: { 'accept-encoding': accepts } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => done({ encoding: response.headers['content-encoding'], bytes: Buffer.concat(parts) }))
    })
      .on('error', fail)
      .end()
  })

test('PK3 the catalogue travels compressed, and whole to whoever asks for it plain', async () => {
  const [packed, plain] = [await get('gzip, br'), await get('identity')]
  expect([packed.encoding, plain.encoding]).toEqual(['gzip', undefined])
  expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true)
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2)
  expect((JSON.parse(plain.bytes.toString()) as { total: number }).total).toBeGreaterThan(100)
})
