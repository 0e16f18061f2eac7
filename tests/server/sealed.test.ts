import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { X509Certificate } from 'node:crypto'
import { createServer } from 'node:http'
import { get as getSealed } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TLSSocket, connect } from 'node:tls'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { certCommand } from '../../gateway/cli/cert-command.ts'
import { readEnvironment } from '../../gateway/config.ts'
import { type Certificate, keepCertificate, localAuthority, readCertificate } from '../../gateway/server/certificate.ts'
import { sealedDoor } from '../../gateway/server/sealed-door.ts'
import { wallTime } from '../../gateway/time.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tingshi-tls-'))
  vi.spyOn(console, 'log').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(dataDir, { recursive: true, force: true })
})

const hallDir = join(import.meta.dirname, '../../assets/sample-hall')
const files = () => ({ cert: join(dataDir, 'tls/gateway.pem'), key: join(dataDir, 'tls/gateway-key.pem') })
const make = (names = 'localhost,127.0.0.1'): Promise<number> =>
  certCommand(['--names', names], { dataDir, hallDir, host: '127.0.0.1' })
function certificate(): Certificate {
  const read = readCertificate(files())
  if (!read.ok) throw new Error(read.message)
  return read.certificate
}

async function opened(deps: Partial<Parameters<typeof sealedDoor>[1]> = {}) {
  const server = createServer((request, response) =>
    response.end(`${'encrypted' in request.socket ? 'sealed' : 'plain'} ${request.url}`),
  )
  const broken = vi.fn()
  const door = sealedDoor(server, {
    certificate: certificate(),
    plain: false,
    authority: () => localAuthority(files()),
    onBroken: broken,
    ...deps,
  })
  await new Promise<void>((done) => door.server.listen(0, '127.0.0.1', done))
  const { port } = door.server.address() as AddressInfo
  const close = (): void => {
    door.close()
    server.closeAllConnections()
  }
  return { door, port, close, broken }
}
const askSealed = (port: number, path: string): Promise<string> =>
  new Promise((done, fail) => {
    const ca = readFileSync(join(dataDir, 'tls/ca.pem'))
    getSealed({ host: 'localhost', port, path, ca, agent: false }, (response) => {
      let text = ''
      response.on('data', (part) => (text += part)).on('end', () => done(text))
    }).on('error', fail)
  })
const fingerprintAt = (port: number): Promise<string> =>
  new Promise((done, fail) => {
    const socket: TLSSocket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      done(socket.getPeerCertificate().fingerprint256)
      socket.destroy()
    }).on('error', fail)
  })

test('TL1 `cert` makes a CA once and a certificate each time, for these names alone, with keys for the owner only', async () => {
  expect(await make()).toBe(0)
  const ca = readFileSync(join(dataDir, 'tls/ca.pem'), 'utf8')
  const first = certificate()
  for (const key of ['ca-key.pem', 'gateway-key.pem']) expect(statSync(join(dataDir, 'tls', key)).mode & 0o077).toBe(0)
  const { port, close } = await opened()
  expect(await askSealed(port, '/x')).toBe('sealed /x')
  close()
  await make('other.example')
  expect(readFileSync(join(dataDir, 'tls/ca.pem'), 'utf8')).toBe(ca)
  expect(certificate().fingerprint).not.toBe(first.fingerprint)
  const wrong = await opened()
  await expect(askSealed(wrong.port, '/x')).rejects.toThrow(/altnames|does not match/)
  wrong.close()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(await make('http://x:80')).toBe(2)
})

test('TL2 KT9 on one port: this computer may speak plainly, others are sent to https and get only what they are to trust', async () => {
  await make()
  const here = await opened()
  expect(await (await fetch(`http://127.0.0.1:${here.port}/y`)).text()).toBe('plain /y')
  here.close()
  const away = await opened({ isHere: () => false })
  const sent = await fetch(`http://127.0.0.1:${away.port}/kiosk/?terminal=K1`, { redirect: 'manual' })
  expect([sent.status, sent.headers.get('location')]).toEqual([
    308,
    `https://127.0.0.1:${away.port}/kiosk/?terminal=K1`,
  ])
  const trusted = await fetch(`http://127.0.0.1:${away.port}/enrol/ca.crt`)
  expect(await trusted.text()).toBe(readFileSync(join(dataDir, 'tls/ca.pem'), 'utf8'))
  // Whoever does not trust it yet is told why and how, over the open line.
  const told = await fetch(`http://127.0.0.1:${away.port}/enrol/?kind=screen`)
  const words = await told.text()
  expect(told.headers.get('content-security-policy')).toContain("default-src 'none'")
  const { fingerprint256 } = new X509Certificate(readFileSync(join(dataDir, 'tls/ca.pem')))
  for (const sign of [fingerprint256, '浏览器才认得真的网关', '/enrol/ca.crt', `https://127.0.0.1:${away.port}/enrol/`])
    expect(words).toContain(sign)
  expect(await askSealed(away.port, '/z')).toBe('sealed /z')
  away.close()
  const asked = await opened({ isHere: () => false, plain: true })
  expect(await (await fetch(`http://127.0.0.1:${asked.port}/y`)).text()).toBe('plain /y')
  asked.close()
})

test('TL3 a renewed certificate counts without a restart; broken files are told once and change nothing', async () => {
  await make()
  const { door, port, close } = await opened()
  const told: string[] = []
  const first = certificate()
  const keeper = keepCertificate({
    files: files(),
    first,
    onNew: door.renew,
    tell: (words) => void told.push(words),
    now: wallTime,
    lookMs: 20,
  })
  expect(await fingerprintAt(port)).toBe(first.fingerprint)
  await make()
  await expect.poll(() => keeper.now().fingerprint).not.toBe(first.fingerprint)
  expect(await fingerprintAt(port)).toBe(keeper.now().fingerprint)
  const good = keeper.now().fingerprint
  writeFileSync(files().cert, 'nothing')
  await expect.poll(() => told.length).toBe(1)
  await new Promise((done) => setTimeout(done, 100))
  expect(told).toEqual([expect.stringContaining('现在还用原来的证书')])
  expect(await fingerprintAt(port)).toBe(good)
  keeper.stop()
  close()
})

test('TL4 a certificate and a key that do not fit, are not there or end soon are told in a sentence', async () => {
  await make()
  const { cert, key } = files()
  expect(readCertificate({ cert, key: join(dataDir, 'tls/ca-key.pem') })).toMatchObject({
    ok: false,
    message: expect.stringContaining('不是一对'),
  })
  expect(readCertificate({ cert: `${cert}x`, key })).toMatchObject({
    ok: false,
    message: expect.stringContaining('找不到'),
  })
  expect(readEnvironment({ TINGSHI_CERT: cert })).toMatchObject({
    ok: false,
    message: expect.stringContaining('一起写'),
  })
  const told: string[] = []
  const first = certificate()
  const tell = (words: string): void => void told.push(words)
  for (const days of [30, 29, 5, -1]) {
    const now = () => first.until - days * 86_400_000 - 1
    keepCertificate({ files: files(), first, onNew: () => {}, tell, now }).stop()
  }
  expect(told).toEqual(['还有 29 天', '还有 5 天', '已经过期'].map((words) => expect.stringContaining(words) as string))
})
