import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { readGateways } from './contract/gateways.ts'
import { type StreamAddress, isStreamAddress, readStreamAddress } from './stream/stream-address.ts'
import { FULL_COST, LEAST_COST } from './contract/password-cost.ts'

export type { HallFault } from './hall/hall-fault.ts'
export { readHall } from './hall/read-hall.ts'

export type Settings = Readonly<{
  ok: true
  port: number
  host: string
  dataDir: string
  hallDir: string
  demo: boolean
  /** The sample hall lives by itself. No other hall ever does. */
  life: boolean
  /** What a password costs to look at, as a power of two. */
  passwordCost: number
  /** What the city's own sign-in gave this hall; null = none. */
  oidcSecret: string | null
  /** What the mail server asks of the hall; null = nothing was given. */
  mailPassword: string | null
  /** Where the log lies on NATS JetStream; null = in the data folder. */
  stream: StreamAddress | null
  /** Where the city's stream is, which gets a copy of the log while the line is up; null = this hall is told to nobody. */
  city: StreamAddress | null
  /** Addresses of all gateways of this hall, under which pages and agents find them; [] = this is the only one. */
  gateways: readonly string[]
  /** How much the program tells of itself: a level of pino. */
  logLevel: string
  /** Which program reads texts aloud: '' = espeak-ng where it is installed, off = none, else the whole path of one. */
  speech: string
  /** Pages travel sealed, with this certificate; null = plain HTTP. */
  certificate: { cert: string; key: string } | null
  /** Plain HTTP for other computers was asked for. */
  plain: boolean
}>

const root = resolve(import.meta.dirname, '..')
const sampleHall = resolve(root, 'assets/sample-hall')
const environment = z.object({
  TINGSHI_PORT: z.coerce
    .number({ error: 'TINGSHI_PORT 要写成 0 到 65535 的数字，例如 8080。' })
    .int()
    .min(0)
    .max(65535, 'TINGSHI_PORT 最大是 65535。')
    .default(8080),
  TINGSHI_HOST: z.string().min(1).default('127.0.0.1'),
  TINGSHI_DATA: z.string().min(1).default('./data'),
  TINGSHI_HALL: z.string().min(1).default(sampleHall),
  TINGSHI_DEMO: z.enum(['0', '1', ''], 'TINGSHI_DEMO 只能写 0 或 1。').default('0'),
  /** Lower for tests, on this computer alone. */
  TINGSHI_PASSWORD_COST: z.coerce.number().int().min(LEAST_COST).max(FULL_COST).default(FULL_COST),
  TINGSHI_OIDC_SECRET: z.string().default(''),
  TINGSHI_MAIL_PASSWORD: z.string().default(''),
  /** A level of pino as it always was, or where the log lies. */
  TINGSHI_LOG: z.string().default(''),
  TINGSHI_CITY: z.string().default(''),
  TINGSHI_GATEWAYS: z.string().default(''),
  TINGSHI_LOG_LEVEL: z.string().default(''),
  TINGSHI_SPEECH: z
    .string()
    .default('')
    .refine(
      (wished) => wished === '' || wished === 'off' || isAbsolute(wished),
      'TINGSHI_SPEECH 要写朗读程序的完整路径，或者写 off 不用；不写就用装好的 espeak-ng。',
    ),
  TINGSHI_CERT: z.string().default(''),
  TINGSHI_CERT_KEY: z.string().default(''),
  TINGSHI_PLAIN: z.enum(['0', '1', ''], 'TINGSHI_PLAIN 只能写 0 或 1。').default('0'),
  TINGSHI_LIFE: z.enum(['0', '1', ''], 'TINGSHI_LIFE 只能写 0 或 1。').default('1'),
})

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)

/** Reads the environment once and freezes it. Refuses a demo that others could reach: there everybody is signed in. */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Settings | { ok: false; message: string } {
  const parsed = environment.safeParse(env)
  if (!parsed.success)
    return {
      ok: false,
      message: parsed.error.issues
        .map(({ message, path }) => (message.includes('TINGSHI') ? message : `${path.join('.')}：${message}`))
        .join('\n'),
    }
  const { TINGSHI_PORT, TINGSHI_HOST, TINGSHI_DATA, TINGSHI_HALL, TINGSHI_DEMO, TINGSHI_LIFE } = parsed.data
  const demo = TINGSHI_DEMO === '1'
  const { TINGSHI_CERT: cert, TINGSHI_CERT_KEY: key } = parsed.data
  if ((cert === '') !== (key === ''))
    return { ok: false, message: 'TINGSHI_CERT（证书）和 TINGSHI_CERT_KEY（它的钥匙）要一起写，或者都不写。' }
  if (demo && !isLoopback(TINGSHI_HOST))
    return {
      ok: false,
      message: `演示模式不用登录，只能在本机用：请把 TINGSHI_HOST 改成 127.0.0.1，或去掉 TINGSHI_DEMO。现在是 ${TINGSHI_HOST}。`,
    }
  const { TINGSHI_LOG, TINGSHI_LOG_LEVEL } = parsed.data
  const onStream = isStreamAddress(TINGSHI_LOG)
  const stream = onStream ? readStreamAddress(TINGSHI_LOG) : null
  if (onStream && stream === null)
    return {
      ok: false,
      message:
        'TINGSHI_LOG 要写成 nats://服务器:4222，几台之间用逗号，例如 nats://10.0.0.1:4222,10.0.0.2:4222,10.0.0.3:4222/?replicas=3。',
    }
  if (parsed.data.TINGSHI_PASSWORD_COST < FULL_COST && !isLoopback(TINGSHI_HOST))
    return { ok: false, message: '密码要按最高的强度存：请去掉 TINGSHI_PASSWORD_COST，它只给本机的测试用。' }
  const city = parsed.data.TINGSHI_CITY === '' ? null : readStreamAddress(parsed.data.TINGSHI_CITY)
  if (parsed.data.TINGSHI_CITY !== '' && city === null)
    return { ok: false, message: 'TINGSHI_CITY 要写成 nats://服务器:4222，几台之间用逗号。' }
  const gateways = readGateways(parsed.data.TINGSHI_GATEWAYS)
  if (gateways === null)
    return {
      ok: false,
      message: 'TINGSHI_GATEWAYS 要写网址，几台之间用逗号，例如 http://192.168.1.10:8080,http://192.168.1.11:8080。',
    }
  return Object.freeze({
    ok: true,
    stream,
    city,
    gateways,
    logLevel: TINGSHI_LOG_LEVEL || (onStream ? '' : TINGSHI_LOG) || 'warn',
    port: TINGSHI_PORT,
    host: TINGSHI_HOST,
    dataDir: resolve(TINGSHI_DATA),
    hallDir: resolve(TINGSHI_HALL),
    demo,
    passwordCost: parsed.data.TINGSHI_PASSWORD_COST,
    oidcSecret: parsed.data.TINGSHI_OIDC_SECRET === '' ? null : parsed.data.TINGSHI_OIDC_SECRET,
    mailPassword: parsed.data.TINGSHI_MAIL_PASSWORD === '' ? null : parsed.data.TINGSHI_MAIL_PASSWORD,
    speech: parsed.data.TINGSHI_SPEECH,
    certificate: cert === '' ? null : Object.freeze({ cert: resolve(cert), key: resolve(key) }),
    plain: parsed.data.TINGSHI_PLAIN === '1',
    life: demo && TINGSHI_LIFE !== '0' && resolve(TINGSHI_HALL) === sampleHall,
  })
}
