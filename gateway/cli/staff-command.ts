import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { newStaffBody } from '../contract/staff.ts'
import { staffRoles } from '../contract/staff-roles.ts'
import type { Settings } from '../config.ts'
import { passwordsOf } from '../people/password.ts'
import { commandLine } from '../people/keeper.ts'
import { type RegisterAnswer, type StaffRegister, staffRegister } from '../people/register.ts'
import { staffRows } from '../people/staff-rows.ts'
import { wordsOf } from '../contract/refusals.ts'
import type { StaffRow } from '../contract/staff.ts'
import { openDatabase } from '../store/database.ts'
import { hallFile } from '../store/open-hall-file.ts'
import { wallTime } from '../time.ts'
import { tellGateway } from './tell-gateway.ts'
import { valueOf } from './value-of.ts'

const usage = `用法：npm run tingshi -- staff add 工号 姓名 --roles 岗位[,岗位…] [--counters 窗口,… 或 all] [--department 部门]
      npm run tingshi -- staff reset 工号      给一个新的临时密码
      npm run tingshi -- staff list
岗位：clerk 窗口办理、guide 咨询台引导、supervisor 大厅主管、admin 管理员
临时密码只显示这一次，三天内有效，第一次登录要换成自己的。reset 以后，用旧密码登录着的网页一秒内退出。网关开着或关着都可以。`

/** `staff add|reset|list`. A password that is given out is printed once, on stdout. */
export async function staffCommand(
  args: string[],
  { dataDir, passwordCost }: Pick<Settings, 'dataDir' | 'passwordCost'>,
): Promise<number> {
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
  const register = staffRegister(database, passwordsOf(passwordCost), wallTime)
  try {
    switch (verb) {
      case 'add':
        return await add(register, rest)
      case 'reset':
        return rest[0] === undefined ? refused(usage) : said(await register.reset(commandLine, rest[0]))
      case 'list':
        return list(database)
      default:
        return refused(usage)
    }
  } finally {
    database.close()
    await tellGateway(dataDir)
  }
}

async function add(register: StaffRegister, rest: string[]): Promise<number> {
  const [number, name] = rest
  const counters = valueOf(rest, '--counters')
  const asked = newStaffBody.safeParse({
    number,
    name,
    roles: valueOf(rest, '--roles')?.split(',').filter(Boolean) ?? [],
    counters: counters === 'all' ? null : (counters?.split(',').filter(Boolean) ?? []),
    department: valueOf(rest, '--department'),
  })
  if (!asked.success) {
    const strange = valueOf(rest, '--roles')
      ?.split(',')
      .find((role) => !staffRoles.some((known) => known === role))
    return refused(strange ? `没有这个岗位：${strange}\n${usage}` : usage)
  }
  const { number: own, ...fields } = asked.data
  return said(await register.add(commandLine, own, fields))
}

function said(answer: RegisterAnswer): number {
  if (!answer.ok) {
    console.error(wordsOf(answer.code, 'zh-Hans', answer.details))
    return 1
  }
  console.log(answer.code)
  return 0
}
function refused(words: string): number {
  console.error(words)
  return 2
}

const states: Record<StaffRow['state'], string> = { in: '登录着', out: '没登录', locked: '锁住了', off: '停用' }
function list(database: DatabaseSync): number {
  const rows = staffRows(database, wallTime())
  for (const { number, name, roles, counters, state } of rows)
    console.log([number, name, roles.join(','), counters?.join(',') ?? 'all', states[state]].join('  '))
  if (rows.length === 0) console.log('还没有人员。')
  return 0
}
