import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { Settings } from '../config.ts'
import { readHall } from '../hall/read-hall.ts'
import { wallTime } from '../time.ts'
import { valueOf } from './value-of.ts'

const usage = `用法：npm run tingshi -- cert [--names 名字,地址…]
给网关做一张证书，网页就加密传送。第一次还做大厅自己的根证书；以后再做，用同一张根证书，设备不用重新信任。
--names 设备打开网页用的域名和 IP 地址；不写就用这台电脑的名字和它现在的地址。
文件放在数据文件夹的 tls 里。有城市发的证书，就不用做：把它的路径写在 TINGSHI_CERT 和 TINGSHI_CERT_KEY。`

/** A name or an address as it stands in a browser's address line, without port. */
const NAME = /^(?!-)[A-Za-z0-9.:-]{1,253}$/

/** `cert`: a local CA, once, and a certificate of it for the gateway, each time. The keys are readable by the gateway's own user only. */
export async function certCommand(
  args: string[],
  { dataDir, hallDir, host }: Pick<Settings, 'dataDir' | 'hallDir' | 'host'>,
): Promise<number> {
  if (args.includes('--help')) {
    console.log(usage)
    return 0
  }
  const said = valueOf(args, '--names')
  if (said === null && args.length > 0) {
    console.error(usage)
    return 2
  }
  const names = said?.split(/[,，、]/).map((name) => name.trim()) ?? ownNames(host)
  const wrong = names.filter((name) => !NAME.test(name))
  if (wrong.length > 0) {
    console.error(`这不是域名或地址：${wrong.join('、')}。不写 http://，也不写端口。`)
    return 2
  }
  const read = readHall(hallDir)
  const folder = join(dataDir, 'tls')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const at = (name: string): string => join(folder, name)
  // Loaded only here: it weighs more than the rest of the command line.
  const { issueAuthority, issueForGateway, fingerprintOf } = await import('./cert/issue.ts')
  const isFirst = !existsSync(at('ca.pem')) || !existsSync(at('ca-key.pem'))
  if (isFirst) {
    const made = await issueAuthority(read.ok ? read.hall.name : '政务服务大厅', wallTime())
    keep(at('ca-key.pem'), made.key, 0o600)
    keep(at('ca.pem'), made.cert, 0o644)
  }
  const authority = { cert: readFileSync(at('ca.pem'), 'utf8'), key: readFileSync(at('ca-key.pem'), 'utf8') }
  const issued = await issueForGateway(authority, names, wallTime())
  keep(at('gateway-key.pem'), issued.key, 0o600)
  keep(at('gateway.pem'), issued.cert, 0o644)
  console.log(`证书做好了，给 ${names.join('、')}。
设置里写这两行，再重新开网关；以后再做一张，半分钟内自己生效，不用重新开：
TINGSHI_CERT=${at('gateway.pem')}
TINGSHI_CERT_KEY=${at('gateway-key.pem')}
每台设备要信任大厅的根证书，从登记页或 /enrol/ca.crt 取。装以前核对它的指纹（SHA-256）：
${fingerprintOf(authority.cert)}`)
  return 0
}

/** Whole or not at all: a gateway that looks in the middle keeps what it has. */
function keep(file: string, text: string, mode: number): void {
  writeFileSync(`${file}.new`, text, { mode, flush: true })
  renameSync(`${file}.new`, file)
}

function ownNames(host: string): string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((one) => one ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
    .map(({ address }) => address)
  const bound = host === '0.0.0.0' || host === '::' ? [] : [host]
  return [...new Set([hostname(), 'localhost', '127.0.0.1', ...bound, ...addresses])]
}
