import { X509Certificate, createPrivateKey } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { keepDoing } from '../work/keep-doing.ts'

/** Where a hall's certificate and its key lie (PEM). */
export interface CertificateFiles {
  readonly cert: string
  readonly key: string
}
export interface Certificate {
  readonly cert: string
  readonly key: string
  /** Until when it counts, epoch ms. */
  readonly until: number
  /** SHA-256 of the certificate, as browsers show it. */
  readonly fingerprint: string
}

/** Reads both and holds them against each other; what is wrong comes as a sentence that says what to do. */
export function readCertificate({
  cert,
  key,
}: CertificateFiles): { ok: true; certificate: Certificate } | { ok: false; message: string } {
  for (const file of [cert, key])
    if (!existsSync(file)) return { ok: false, message: `找不到证书文件：${file}。请放好文件，或去掉 TINGSHI_CERT。` }
  try {
    const [pem, secret] = [readFileSync(cert, 'utf8'), readFileSync(key, 'utf8')]
    const read = new X509Certificate(pem)
    if (!read.checkPrivateKey(createPrivateKey(secret)))
      return { ok: false, message: `证书和钥匙不是一对：${cert}，${key}。请用同一次申请得到的两个文件。` }
    const { validToDate, fingerprint256 } = read
    return {
      ok: true,
      certificate: { cert: pem, key: secret, until: validToDate.getTime(), fingerprint: fingerprint256 },
    }
  } catch {
    return {
      ok: false,
      message: `证书读不懂：${cert}。要 PEM 格式（开头是 -----BEGIN CERTIFICATE-----），钥匙不能带密码。`,
    }
  }
}

const LOOK_MS = 30_000
const DAY_MS = 86_400_000
/** Whoever renews has a month for it. */
const SOON_DAYS = 30

export interface CertificateKeeper {
  now(): Certificate
  stop(): void
}
interface KeeperDeps {
  files: CertificateFiles
  first: Certificate
  onNew(certificate: Certificate): void
  tell(words: string): void
  now(): number
  /** How often the files are looked at; else each half minute. */
  lookMs?: number
}

/** Takes a renewed certificate from the same files without a restart. Files that cannot be used are told once, and the old one stays. */
export function keepCertificate({ files, first, onNew, tell, now, lookMs = LOOK_MS }: KeeperDeps): CertificateKeeper {
  let current = first
  let told = ''
  const tellOnce = (words: string): void => {
    if (words === told) return
    told = words
    tell(words)
  }
  const tellOfEnd = (): void => {
    const days = Math.floor((current.until - now()) / DAY_MS)
    if (days < 0) tellOnce(`证书已经过期：${files.cert}。浏览器会拦住网页，请换新证书。`)
    else if (days < SOON_DAYS) tellOnce(`证书还有 ${days} 天到期：${files.cert}。请换新证书，放在原来的地方就会生效。`)
  }
  const look = (): void => {
    const read = readCertificate(files)
    if (!read.ok) return tellOnce(`${read.message} 现在还用原来的证书。`)
    if (read.certificate.cert !== current.cert || read.certificate.key !== current.key) {
      current = read.certificate
      onNew(current)
    }
    tellOfEnd()
  }
  tellOfEnd()
  const looking = keepDoing(lookMs, look, (error) => tellOnce(String(error)))
  return { now: () => current, stop: looking.stop }
}

/** The local CA that `tingshi cert` made beside the certificate, for devices to trust; null = it comes from elsewhere. */
export function localAuthority({ cert }: CertificateFiles): string | null {
  const file = join(dirname(cert), 'ca.pem')
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
