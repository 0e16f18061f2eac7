import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SignedXml } from 'xml-crypto'
import { readCap } from '../../gateway/alerts/read-cap.ts'
import { signedPart } from '../../gateway/alerts/signed-part.ts'
import { cap } from '../support/cap-alert.ts'

test('NA5 only what a listed certificate signed is read; a changed or foreign one is not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tingshi-cap-'))
  const make = (name: string): { key: string; certificate: string } => {
    const [key, certificate] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)]
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-subj',
        `/CN=${name}`,
        '-days',
        '2',
        '-keyout',
        key,
        '-out',
        certificate,
      ],
      {
        stdio: 'ignore',
      },
    )
    return { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') }
  }
  const [ours, foreign] = [make('ours'), make('foreign')]
  const signer = new SignedXml({
    privateKey: ours.key,
    publicCert: ours.certificate,
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  })
  signer.addReference({
    xpath: '/*',
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    isEmptyUri: true,
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
  })
  signer.computeSignature(cap())
  const signed = signer.getSignedXml()
  const part = signedPart(signed, [foreign.certificate, ours.certificate])
  expect(readCap(part ?? '')).toMatchObject({ title: '暴雨红色预警', severity: 'Severe' })
  expect(signedPart(signed, [foreign.certificate])).toBeNull()
  expect(signedPart(signed.replace('Severe', 'Minor'), [ours.certificate])).toBeNull()
  expect(signedPart(cap(), [ours.certificate])).toBeNull()
})
