import { asCalledHere } from '../own-command.ts'
import type { Logger } from 'pino'
import { type Settings, isLoopback } from '../config.ts'
import type { Trouble } from './open-trouble.ts'
import { keepCertificate, localAuthority, readCertificate } from '../server/certificate.ts'
import { type WebServer, type WebServerDeps, webServer } from '../server/web-server.ts'

/** Why the certificate that the settings name cannot be used, in words; null = it can, or there is none. */
export function certificateFault({ certificate }: Settings): string | null {
  const read = certificate && readCertificate(certificate)
  return read === null || read.ok ? null : read.message
}

/** What travels sealed is sealed with this; null = nothing is. */
export function sealedBy({ certificate: files, plain }: Settings): WebServerDeps['sealed'] {
  const read = files && readCertificate(files)
  return files !== null && read?.ok
    ? { certificate: read.certificate, plain, authority: () => localAuthority(files) }
    : null
}

/**
 * The one door to the network. Sealed where the settings name a certificate, and its renewal is taken without a restart; else plain, which is
 * for this computer alone or was asked for.
 */
export function openWeb(
  settings: Settings,
  logger: Logger,
  trouble: Trouble,
  now: () => number,
  stack: AsyncDisposableStack,
): WebServer {
  const { port, host, certificate: files, plain } = settings
  const tell = (words: string): void => logger.warn(asCalledHere(words))
  const sealed = sealedBy(settings)
  const web = webServer({ port, host, sealed, onBroken: trouble.at('server') })
  if (files === null || sealed === null) {
    if (!isLoopback(host) && !plain)
      tell(
        '网页在网络上没有加密。做一张证书：npm run tingshi -- cert；内网就要这样，设置里写 TINGSHI_PLAIN=1，不再提醒。',
      )
    return web
  }
  const keeper = keepCertificate({ files, first: sealed.certificate, onNew: web.renew, tell, now })
  stack.defer(() => keeper.stop())
  return web
}
