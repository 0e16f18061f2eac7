import { join } from 'node:path'
import { type Role, roles } from '../contract/commands.ts'
import { openDatabase } from '../store/database.ts'
import { addToken } from '../store/token-store.ts'
import { wallTime } from '../time.ts'

const usage = `用法：npm run tingshi -- token add 名称 --roles 岗位[,岗位…]
岗位：${roles.join('、')}
终端的口令用终端编号做名称（例如 token add K3 --roles terminal）：它只能看、只能用这一台。
口令只显示这一次，请马上保存。网关开着或关着都可以加。`

/** `token add NAME --roles R,…`: prints a bearer token once on stdout. */
export async function tokenCommand(args: string[], settings: { dataDir: string }): Promise<number> {
  if (args.includes('--help') || args.length === 0) {
    console.log(usage)
    return args.length === 0 ? 2 : 0
  }
  const [verb, ...rest] = args
  const at = rest.findIndex((word) => word === '--roles' || word.startsWith('--roles='))
  const listed = at < 0 ? '' : rest[at] === '--roles' ? (rest[at + 1] ?? '') : (rest[at] ?? '').slice('--roles='.length)
  const name = rest.find((word, index) => !word.startsWith('--') && index !== at + 1) ?? (at > 0 ? rest[0] : undefined)
  const wanted = listed.split(',').filter((role) => role !== '')
  const strange = wanted.filter((role) => !roles.includes(role as Role))
  if (verb !== 'add' || name === undefined || wanted.length === 0 || strange.length > 0) {
    console.error(strange.length > 0 ? `没有这个岗位：${strange.join('、')}\n${usage}` : usage)
    return 2
  }
  const database = openDatabase(join(settings.dataDir, 'tingshi.db'))
  try {
    console.log(addToken(database, name, wanted as Role[], wallTime()))
  } finally {
    database.close()
  }
  return 0
}
