import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync, gzipSync, brotliCompressSync } from 'node:zlib'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageRoutes } from '../../gateway/server/pages.ts'

const script = `${'console.log("大厅");'.repeat(200)}`
const page = `<!doctype html>${'<p>大厅</p>'.repeat(200)}`
const dist = mkdtempSync(join(tmpdir(), 'tingshi-dist-'))
const server = express().use(pageRoutes(dist)).listen(0)
beforeAll(() => {
  mkdirSync(join(dist, 'assets'))
  mkdirSync(join(dist, 'kiosk/start'), { recursive: true })
  writeFileSync(join(dist, 'assets/one-AbC_123.js'), script)
  writeFileSync(join(dist, 'assets/plain.js'), script)
  writeFileSync(join(dist, 'kiosk/start/start.html'), page)
  for (const [file, text] of [
    ['assets/one-AbC_123.js', script],
    ['kiosk/start/start.html', page],
  ] as const) {
    writeFileSync(join(dist, `${file}.gz`), gzipSync(text))
    writeFileSync(join(dist, `${file}.br`), brotliCompressSync(text))
  }
})
afterAll(() => void server.close())

/** As the bytes come, not unpacked. */
const get = (path: string, accepts: string, more: Record<string, string> = {}) =>
  new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>((done, fail) => {
    const { port } = server.address() as AddressInfo
    request({ port, path, headers: { 'accept-encoding': accepts, ...more } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) }),
      )
    })
      .on('error', fail)
      .end()
  })

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
  ['identity', undefined, (bytes: Buffer) => bytes],
])('PK1 who accepts %s gets files as %s, with their own type, for good', async (accepts, encoding, unpack) => {
  const file = await get('/assets/one-AbC_123.js', accepts)
  expect(file.headers).toMatchObject({
    vary: 'Accept-Encoding',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect(file.headers['content-encoding']).toBe(encoding)
  expect(file.headers['content-type']).toMatch(/^text\/javascript/)
  expect(unpack(file.bytes).toString()).toBe(script)
  const start = await get('/', accepts)
  expect([start.headers['content-encoding'], start.headers['cache-control']]).toEqual([encoding, 'no-cache'])
  expect(start.headers['content-type']).toMatch(/^text\/html/)
  expect(unpack(start.bytes).toString()).toBe(page)
  const again = await get('/', accepts, { 'if-none-match': String(start.headers.etag) })
  expect(again.status).toBe(304)
})

test('PK1 a file without a compressed one beside it goes out as it is; one that is not there is none', async () => {
  const plain = await get('/assets/plain.js', 'gzip, br')
  expect([plain.headers['content-encoding'], plain.bytes.toString()]).toEqual([undefined, script])
  expect((await get('/assets/none.js', 'gzip, br')).status).toBe(404)
  expect((await get('/assets/..%2f..%2fetc%2fpasswd.js', 'gzip')).status).toBe(403)
})
