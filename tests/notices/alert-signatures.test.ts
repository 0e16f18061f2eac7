import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignedXml } from 'xml-crypto'
import { beforeAll, expect, test } from 'vitest'
import { plainSignature } from '../../gateway/alerts/plain-signature.ts'
import { type TakenCap, takeCap } from '../../gateway/alerts/take-cap.ts'
import type { CapJob } from '../../gateway/alerts/cap-worker.ts'
import { runApart } from '../../gateway/work/run-apart.ts'
import { takeTurns } from '../../gateway/work/take-turns.ts'

interface Signer {
  certificate: string
  key: string
}
function newSigner(): Signer {
  const folder = mkdtempSync(join(tmpdir(), 'tingshi-signer-'))
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      key,
      '-out',
      certificate,
      '-days',
      '2',
      '-subj',
      '/CN=test',
    ],
    { stdio: 'ignore' },
  )
  return { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') }
}
const cap = (sender: string, more = ''): string =>
  `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>A1</identifier><sender>${sender}</sender><sent>2026-03-18T09:58:00+08:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info><language>zh-CN</language><event>暴雨</event><severity>Severe</severity><headline>暴雨红色预警</headline>${more}</info></alert>`
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'
function sign(xml: string, { key }: Signer, references = 1, transforms = [ENVELOPED, EXCLUSIVE]): string {
  const signer = new SignedXml({
    privateKey: key,
    canonicalizationAlgorithm: EXCLUSIVE,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  })
  for (let nth = 0; nth < references; nth += 1)
    signer.addReference({
      xpath: '/*',
      digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
      transforms,
      isEmptyUri: true,
    })
  signer.computeSignature(xml)
  return signer.getSignedXml()
}

let ours: Signer
let other: Signer
beforeAll(() => {
  ours = newSigner()
  other = newSigner()
})
const sources = () => [
  { name: '气象台', sender: 'weather@example.cn', certificate: ours.certificate },
  { name: '地震台', sender: 'quake@example.cn', certificate: other.certificate },
]

test('DO12 a listed certificate speaks in the name of its own sender, and in no other’s', () => {
  expect(takeCap(sign(cap('weather@example.cn'), ours), sources())).toMatchObject({
    ok: true,
    alert: { sender: 'weather@example.cn', severity: 'Severe' },
  })
  expect(takeCap(sign(cap('weather@example.cn'), other), sources())).toEqual({ ok: false, code: 'alert-not-signed' })
  expect(takeCap(sign(cap('nobody@example.cn'), ours), sources())).toEqual({ ok: false, code: 'alert-not-signed' })
  expect(takeCap(cap('weather@example.cn'), sources())).toEqual({ ok: false, code: 'alert-not-signed' })
  expect(takeCap(cap('weather@example.cn'), [])).toMatchObject({ ok: true })
})

test('DO11 one signature, one reference, and only the transforms that signatures need', () => {
  const xml = cap('weather@example.cn')
  expect(plainSignature(sign(xml, ours))).not.toBeNull()
  expect(plainSignature(sign(xml, ours, 2))).toBeNull()
  expect(plainSignature(sign(xml, ours, 1, [ENVELOPED, EXCLUSIVE, EXCLUSIVE]))).toBeNull()
  expect(
    plainSignature(sign(xml, ours).replace(EXCLUSIVE, 'http://www.w3.org/TR/1999/REC-xpath-19991116')),
  ).not.toBeNull()
  expect(
    plainSignature(
      sign(xml, ours).replace(
        `<Transform Algorithm="${EXCLUSIVE}"`,
        '<Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"',
      ),
    ),
  ).toBeNull()
  expect(plainSignature(sign(sign(xml, ours), ours))).toBeNull()
  expect(plainSignature(xml)).toBeNull()
})

test('DO11 a text made of the beginnings of signatures is looked through once', () => {
  for (const part of ['<Signature ', '<a:Signature>', '</Signature', `<${'a'.repeat(50)}`, '<Signature></Signature>']) {
    const from = process.cpuUsage()
    expect(plainSignature(part.repeat(Math.floor(256_000 / part.length)))).toBeNull()
    // Squared it was sixteen seconds.
    expect(process.cpuUsage(from).user / 1e6).toBeLessThan(2)
  }
})

test('DO11 a message that is made to be slow ends its own thread, in time, and another follows', async () => {
  const worker = new URL('../../gateway/alerts/cap-worker.ts', import.meta.url)
  const inTurn = takeTurns(1)
  const read = (xml: string, within: number) =>
    inTurn(() => runApart<TakenCap>(worker, { xml, sources: sources() } satisfies CapJob, { within, memoryMb: 128 }))
  const slow = read(sign(cap('weather@example.cn'), ours), 1)
  const next = read(sign(cap('weather@example.cn'), ours), 60_000)
  expect(read('one too many', 1)).toBeNull()
  expect(await slow).toBeNull()
  expect(await next).toMatchObject({ ok: true })
})
