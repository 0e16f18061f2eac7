import { appointmentsCommand } from './cli/appointments-command.ts'
import { backupCommand } from './cli/backup-command.ts'
import { restoreCommand } from './cli/restore-command.ts'
import { certCommand } from './cli/cert-command.ts'
import { checkCommand } from './cli/check-command.ts'
import { exportCommand } from './cli/export-command.ts'
import { importCommand } from './cli/import-command.ts'
import { newCommand } from './cli/new-command.ts'
import { simulateCommand } from './cli/simulate-command.ts'
import { deviceCommand } from './cli/device-command.ts'
import { staffCommand } from './cli/staff-command.ts'
import { reportCommand } from './cli/report-command.ts'
import { translationsCommand } from './cli/translations-command.ts'
import { tokenCommand } from './cli/token-command.ts'
import { udevCommand } from './cli/udev-command.ts'
import { wallTime } from './time.ts'
import { readEnvironment } from './config.ts'
import { asCalledHere, isPackage } from './own-command.ts'
import { diskTrouble, troubleWords } from './store/disk-trouble.ts'
import { goOnCommand } from './cli/go-on-command.ts'
import { verifyCommand } from './cli/verify-command.ts'

const usage = `用法：npm run tingshi -- 动作 [参数]
  new 文件夹             新大厅：问五个问题，写好文件夹
  check 大厅文件夹        检查大厅文件夹
  import-matters 文件     导入事项表
  import-appointments 文件  把预约表交给网关
  export-matters 文件.xlsx 导出事项表
  translations …          译文：给翻译单位、收回来、给审核人看
  token add|list|revoke   发口令、看有哪些、收回
  device add|list|revoke  登记终端和屏、看有哪些、收回
  staff add|reset|list    加人员、给新的临时密码、看有哪些
  simulate                模拟整天的大厅
  report 日期             报表：一天、一周、一月、一年；存成 xlsx、csv
  backup 文件夹           备份；网关开着也可以
  restore 备份 --by 姓名  用备份恢复
  verify                  核对日志有没有被改过、有没有少
  go-on --by 姓名         日志缺了或坏了：用剩下的记录继续
  cert                    给网关做一张证书，网页加密传送
  udev                    打印设备权限规则（Linux）
每个动作后加 --help 看说明。`

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
    case 'new':
      return newCommand(args, settings, isPackage)
    case 'check':
      return checkCommand(args, settings)
    case 'import-matters':
      return importCommand(args, settings)
    case 'simulate':
      return simulateCommand(args, settings)
    case 'import-appointments':
      return appointmentsCommand(args, process.env)
    case 'translations':
      return translationsCommand(args, settings)
    case 'export-matters':
      return exportCommand(args, settings)
    case 'token':
      return tokenCommand(args, settings)
    case 'device':
      return deviceCommand(args, settings)
    case 'staff':
      return staffCommand(args, settings)
    case 'report':
      return reportCommand(args, settings, wallTime())
    case 'cert':
      return certCommand(args, settings)
    case 'udev':
      return udevCommand(args, settings)
    case 'go-on':
      return goOnCommand(args, settings, wallTime())
    case 'backup':
      return backupCommand(args, settings, wallTime())
    case 'restore':
      return restoreCommand(args, settings, wallTime())
    case 'verify':
      return verifyCommand(args, settings)
    default:
      console.error(`没有“${verb}”这个动作。\n${usage}`)
      return 2
  }
}

// Whatever a command says names other commands as they are called here.
for (const door of ['log', 'error'] as const) {
  const say = console[door]
  console[door] = (...words: unknown[]) =>
    say(...words.map((one) => (typeof one === 'string' ? asCalledHere(one) : one)))
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (broken) {
  const disk = troubleWords[diskTrouble(broken)]
  if (diskTrouble(broken) !== 'other') console.error(`${disk.word}。${disk.todo}`)
  else console.error(broken instanceof Error ? broken.message : String(broken))
  process.exitCode = 1
}
