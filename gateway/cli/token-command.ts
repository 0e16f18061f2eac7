import { existsSync } from 'node:fs'
import { type Role, roles } from '../contract/commands.ts'
import { COMMAND_LINE } from '../contract/actor-words.ts'
import { openDatabase } from '../store/database.ts'
import { hallFile } from '../store/open-hall-file.ts'
import { type ListedToken, addToken, listTokens, revokeTokens } from '../store/token-store.ts'
import { wallTime } from '../time.ts'
import { tellGateway } from './tell-gateway.ts'

const usage = `用法：npm run tingshi -- token add 名称 --roles 岗位[,岗位…]
      npm run tingshi -- token list
      npm run tingshi -- token revoke 名称或编号
岗位：${roles.join('、')}
终端的口令用终端编号做名称（例如 token add K3 --roles terminal）：它只能看、只能用这一台。
评价平板的口令用窗口号做名称（例如 token add 12 --roles rating）：它只收这个窗口的评价。
口令只显示这一次，请马上保存。收回名称，就收回这个名称的全部口令；正开着的网页一秒内退出。网关开着或关着都可以。`

/** `token add|list|revoke`. A new token is printed once, on stdout. */
export async function tokenCommand(args: string[], { dataDir }: { dataDir: string }): Promise<number> {
  if (args.includes('--help') || args.length === 0) {
    console.log(usage)
    return args.length === 0 ? 2 : 0
  }
  const [verb, ...rest] = args
  switch (verb) {
    case 'add':
      return add(rest, dataDir)
    case 'list':
      return list(dataDir)
    case 'revoke':
      return revoke(rest[0], dataDir)
    default:
      console.error(usage)
      return 2
  }
}

function add(rest: string[], dataDir: string): number {
  const at = rest.findIndex((word) => word === '--roles' || word.startsWith('--roles='))
  const listed = at < 0 ? '' : rest[at] === '--roles' ? (rest[at + 1] ?? '') : (rest[at] ?? '').slice('--roles='.length)
  const name = rest.find((word, index) => !word.startsWith('--') && index !== at + 1) ?? (at > 0 ? rest[0] : undefined)
  const wanted = listed.split(',').filter((role) => role !== '')
  const unknown = wanted.filter((role) => !roles.includes(role as Role))
  if (name === undefined || wanted.length === 0 || unknown.length > 0) {
    console.error(unknown.length > 0 ? `没有这个岗位：${unknown.join('、')}\n${usage}` : usage)
    return 2
  }
  const database = openDatabase(hallFile(dataDir))
  try {
    console.log(addToken(database, name, wanted as Role[], COMMAND_LINE, wallTime()))
  } finally {
    database.close()
  }
  return 0
}

function list(dataDir: string): number {
  if (!existsSync(hallFile(dataDir))) return notHere(dataDir)
  const database = openDatabase(hallFile(dataDir))
  try {
    const tokens = listTokens(database)
    for (const token of tokens) console.log(lineOf(token))
    if (tokens.length === 0) console.log('还没有发过口令。')
  } finally {
    database.close()
  }
  return 0
}

async function revoke(nameOrId: string | undefined, dataDir: string): Promise<number> {
  if (nameOrId === undefined) {
    console.error(usage)
    return 2
  }
  if (!existsSync(hallFile(dataDir))) return notHere(dataDir)
  const database = openDatabase(hallFile(dataDir))
  try {
    const taken = revokeTokens(database, nameOrId, COMMAND_LINE, wallTime())
    if (taken.length === 0) {
      console.error(`没有叫“${nameOrId}”的有效口令。用 token list 看有哪些。`)
      return 1
    }
    for (const token of taken) console.log(lineOf(token))
  } finally {
    database.close()
    await tellGateway(dataDir)
  }
  return 0
}

function notHere(dataDir: string): number {
  console.error(`${dataDir} 里没有数据文件。请看 TINGSHI_DATA 写得对不对。`)
  return 1
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
const lineOf = ({ id, name, roles: own, createdAt, revokedAt }: ListedToken): string =>
  [id, name, own.join(','), dayOf(createdAt), revokedAt === null ? '有效' : `${dayOf(revokedAt)} 收回`].join('  ')
