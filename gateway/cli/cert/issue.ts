import 'reflect-metadata'
import { createHash, createPrivateKey } from 'node:crypto'
import { isIP } from 'node:net'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
  AuthorityKeyIdentifierExtension,
} from '@peculiar/x509'

/** A certificate and its key, PEM. */
export interface Issued {
  cert: string
  key: string
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const
const DAY_MS = 86_400_000
/** Devices trust it for as long as a hall's machines live. */
const AUTHORITY_DAYS = 3_650
/** Browsers refuse a longer one. */
export const GATEWAY_DAYS = 825
/** A device whose clock is a day behind must not refuse it. */
const EARLIER_MS = DAY_MS
const serial = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex')

/** A CA of this hall alone: it can vouch for servers, and for nothing below it. `name`: the hall's; `now`: epoch ms. */
export async function issueAuthority(name: string, now: number): Promise<Issued> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const made = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: [{ CN: [`${name} 内网证书`], O: ['Tingshi'] }],
    notBefore: new Date(now - EARLIER_MS),
    notAfter: new Date(now + AUTHORITY_DAYS * DAY_MS),
    keys,
    signingAlgorithm: signing,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { cert: made.toString('pem'), key: await pemOf(keys.privateKey) }
}

/** A certificate for the gateway, signed by the hall's CA. `names`: host names and addresses by which devices ask for it. */
export async function issueForGateway(authority: Issued, names: readonly string[], now: number): Promise<Issued> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const issuer = new X509Certificate(authority.cert)
  const pkcs8 = createPrivateKey(authority.key).export({ type: 'pkcs8', format: 'der' })
  const signingKey = await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), algorithm, false, ['sign'])
  const [first = ''] = names
  const made = await X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: [{ CN: [first.slice(0, 64)] }],
    issuer: issuer.subject,
    notBefore: new Date(now - EARLIER_MS),
    notAfter: new Date(now + GATEWAY_DAYS * DAY_MS),
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: signing,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(
        names.map((name) => ({ type: isIP(name) === 0 ? ('dns' as const) : ('ip' as const), value: name })),
      ),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  })
  return { cert: made.toString('pem'), key: await pemOf(keys.privateKey) }
}

async function pemOf(key: CryptoKey): Promise<string> {
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', key)
  const lines =
    Buffer.from(pkcs8)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`
}

/** SHA-256 as browsers show it: AB:CD:… */
export const fingerprintOf = (pem: string): string =>
  (
    createHash('sha256')
      .update(Buffer.from(new X509Certificate(pem).rawData))
      .digest('hex')
      .toUpperCase()
      .match(/../g) ?? []
  ).join(':')
