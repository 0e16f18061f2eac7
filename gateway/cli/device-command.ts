import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { COMMAND_LINE, actorWords } from '../contract/actor-words.ts'
import type { EnrolledKind, EnrolledRow } from '../contract/enrolment.ts'
import { enrolledKinds } from '../contract/enrolled-kinds.ts'
import { enrolDevice, listDevices, revokeDevices } from '../store/enrolled-store.ts'
import { openDatabase } from '../store/database.ts'
import { hallFile } from '../store/open-hall-file.ts'
import { wallTime } from '../time.ts'
import { tellGateway } from './tell-gateway.ts'

const usage = `用法：npm run tingshi -- device add 种类 编号     登记一台，打印它的口令
      npm run tingshi -- device list
      npm run tingshi -- device revoke 编号或登记号
种类：terminal 终端、screen 综合屏、strip 窗口屏、panel LED 屏、tablet 评价平板、agent 终端电脑上的设备程序；窗口屏、平板的编号是窗口号
平常不用这个：机器自己的网页会显示登记码，在管理页“设备”里批准。口令只显示这一次。同一个位置登记新的，旧的就停用；正开着的网页一秒内退出。网关开着或关着都可以。`

/** `device add|list|revoke`. A new token is printed once, on stdout. */
export async function deviceCommand(args: string[], { dataDir }: { dataDir: string }): Promise<number> {
  if (args.includes('--help') || args.length === 0) {
    console.log(usage)
    return args.length === 0 ? 2 : 0
  }
  const [verb, ...rest] = args
  if (verb !== 'add' && !existsSync(hallFile(dataDir))) {
    console.error(`${dataDir} 里没有数据文件。请看 TINGSHI_DATA 写得对不对。`)
    return 1
  }
  const database = openDatabase(hallFile(dataDir))
  try {
    switch (verb) {
      case 'add':
        return add(database, rest)
      case 'list':
        return list(database)
      case 'revoke':
        return revoke(database, rest[0])
      default:
        console.error(usage)
        return 2
    }
  } finally {
    database.close()
    await tellGateway(dataDir)
  }
}

function add(database: DatabaseSync, [kind, place]: string[]): number {
  if (!enrolledKinds.some((known) => known === kind) || place === undefined) {
    console.error(usage)
    return 2
  }
  const { token } = enrolDevice(database, { kind: kind as EnrolledKind, place, approvedBy: COMMAND_LINE }, wallTime())
  console.log(token)
  return 0
}
function list(database: DatabaseSync): number {
  const rows = listDevices(database)
  for (const row of rows) console.log(lineOf(row))
  if (rows.length === 0) console.log('还没有登记过设备。')
  return 0
}
function revoke(database: DatabaseSync, idOrPlace: string | undefined): number {
  const taken = idOrPlace === undefined ? [] : revokeDevices(database, idOrPlace, COMMAND_LINE, wallTime())
  if (taken.length === 0) {
    console.error(`没有登记着的“${idOrPlace ?? ''}”。用 device list 看有哪些。`)
    return 1
  }
  for (const row of taken) console.log(lineOf(row))
  return 0
}

const minuteOf = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
const lineOf = ({ id, kind, place, name, approvedBy, seenAt, revokedAt }: EnrolledRow): string =>
  [
    id,
    kind,
    place,
    name ?? '-',
    actorWords(approvedBy),
    seenAt === null ? '还没来过' : minuteOf(seenAt),
    revokedAt === null ? '登记着' : `${minuteOf(revokedAt)} 收回`,
  ].join('  ')
