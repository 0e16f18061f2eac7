import { join } from 'node:path'
import { appointmentsCommand } from './cli/appointments-command.ts'
import { checkCommand } from './cli/check-command.ts'
import { exportCommand } from './cli/export-command.ts'
import { importCommand } from './cli/import-command.ts'
import { simulateCommand } from './cli/simulate-command.ts'
import { tokenCommand } from './cli/token-command.ts'
import { udevCommand } from './cli/udev-command.ts'
import { type Settings, readEnvironment } from './config.ts'
import { openDatabase } from './store/database.ts'
import { sqliteLog } from './store/sqlite-log.ts'

const usage = `用法：npm run tingshi -- 动作 [参数]
  check 大厅文件夹        检查大厅文件夹
  import-matters 文件     导入事项表
  import-appointments 文件  把预约表交给网关
  export-matters 文件.xlsx 导出事项表
  token add 名称 --roles 岗位,…   发一个口令
  simulate                模拟整天的大厅
  verify                  核对日志有没有被改过
  udev                    打印设备权限规则（Linux）
每个动作后加 --help 看说明。`

async function verifyCommand(args: string[], { dataDir }: Settings): Promise<number> {
  if (args.includes('--help')) {
    console.log('用法：npm run tingshi -- verify\n从头核对日志，有一条被改过就报出是第几条。')
    return 0
  }
  const log = sqliteLog(openDatabase(join(dataDir, 'tingshi.db')))
  const broken = await log.verify()
  console.log(
    broken === null ? `日志完整，共 ${await log.lastSeq()} 条` : `日志从第 ${broken} 条起对不上，请用备份核对`,
  )
  await log.close()
  return broken === null ? 0 : 1
}

async function run([verb = '--help', ...args]: string[]): Promise<number> {
  if (verb === '--help') {
    console.log(usage)
    return 0
  }
  const settings = readEnvironment(process.env)
  if (!settings.ok) {
    console.error(settings.message)
    return 1
  }
  switch (verb) {
    case 'check':
      return checkCommand(args, settings)
    case 'import-matters':
      return importCommand(args, settings)
    case 'simulate':
      return simulateCommand(args, settings)
    case 'import-appointments':
      return appointmentsCommand(args, process.env)
    case 'export-matters':
      return exportCommand(args, settings)
    case 'token':
      return tokenCommand(args, settings)
    case 'udev':
      return udevCommand(args, settings)
    case 'verify':
      return verifyCommand(args, settings)
    default:
      console.error(`没有“${verb}”这个动作。\n${usage}`)
      return 2
  }
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (broken) {
  console.error(broken instanceof Error ? broken.message : String(broken))
  process.exitCode = 1
}
