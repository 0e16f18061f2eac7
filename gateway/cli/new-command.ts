import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { pinyin } from 'pinyin-pro'
import { readHall } from '../config.ts'
import { hallFiles } from './new/hall-files.ts'
import { type HallPlan, type NewHallAnswers, planHall } from './new/hall-plan.ts'
import { questions } from './new/read-answers.ts'
import { valueOf } from './value-of.ts'

const usage = `用法：npm run tingshi -- new 文件夹
问五个问题，写一个能马上开门的大厅文件夹。也可以直接写好回答：
${questions.map(({ flag, ask }) => `  ${flag.padEnd(14)}${ask}`).join('\n')}`

/** `new DIR`: `hallDir` is the folder that the hall of this computer opens. 0 = there is a hall folder without a fault, 1 = nothing was written, 2 = something was not answered. */
export async function newCommand(
  args: string[],
  { hallDir }: { hallDir: string },
  asPackage: boolean,
): Promise<number> {
  const folder = folderOf(args)
  if (args.includes('--help') || folder === null) {
    console.log(usage)
    return args.includes('--help') ? 0 : 2
  }
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    console.error(`${folder} 里已经有东西了，什么都没有写。请换一个新的文件夹名。`)
    return 1
  }
  const answers = await answersFrom(args)
  if (answers === null) return 2
  const plan = planHall(answers, initialsOf)
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(hallFiles(plan))) writeFileSync(join(folder, file), text)
  const read = readHall(folder)
  if (!read.ok) {
    for (const { file, line, message } of read.faults) console.error(`${file}:${line} ${message}`)
    return 1
  }
  const next = asPackage ? nextInPackage(plan, folder, resolve(hallDir) === folder) : nextInSources(plan, folder)
  for (const line of [...written(plan, folder), ...next]) console.log(line)
  return 0
}

const flags = questions.map(({ flag }) => flag as string)
/** The first word that is no option and not the answer to one. */
function folderOf(args: readonly string[]): string | null {
  const found = args.find((word, nth) => !word.startsWith('--') && !flags.includes(args[nth - 1] ?? ''))
  return found === undefined ? null : resolve(found)
}

const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** From the options, and what they leave open from standard input; null = it ended before all was answered, or an option cannot be read. */
async function answersFrom(args: readonly string[]): Promise<NewHallAnswers | null> {
  const known: Partial<NewHallAnswers> = {}
  const lines = questions.some(({ flag }) => valueOf(args, flag) === null) ? createInterface(process.stdin) : null
  const next = lines?.[Symbol.asyncIterator]()
  try {
    for (const question of questions) {
      const given = valueOf(args, question.flag)
      for (let answer = given; ; answer = null) {
        if (answer === null) {
          process.stdout.write(
            `${question.ask}${question.usual === null ? '' : `（直接回车就是：${question.usual}）`} `,
          )
          const line = await next?.next()
          if (line === undefined || line.done === true) {
            console.error('\n问题没有答完，什么都没有写。')
            return null
          }
          answer = line.value.trim() || question.usual
        }
        const read = answer === null ? null : question.read(answer, known)
        if (read?.ok) {
          Object.assign(known, { [question.key]: read.value })
          break
        }
        console.error(read === null ? '这一项要写。' : read.message)
        if (given !== null) return null
      }
    }
  } finally {
    lines?.close()
  }
  return known as NewHallAnswers
}

function written({ departments, queues, counters, terminals, screens, printers }: HallPlan, folder: string): string[] {
  const shared =
    queues.length < departments.length ? '（有几个部门合在一条队列里，可以在 queues.yaml、counters.yaml 里分开）' : ''
  return [
    '',
    `写好了，检查没有错：${shortOf(folder)}`,
    `${departments.length} 个部门，${queues.length} 条队列${shared}，${counters.length} 个窗口，${terminals.length} 台终端，${printers.length} 台打印机，${screens.length} 块综合屏。`,
  ]
}
function shortOf(folder: string): string {
  const inside = relative(process.cwd(), folder)
  return inside === '' || inside.startsWith('..') ? folder : inside
}

function nextInSources({ terminals: [first] }: HallPlan, folder: string): string[] {
  const short = shortOf(folder)
  return [
    '开门：',
    `  TINGSHI_HALL=${short} TINGSHI_DATA=${short}-data TINGSHI_HOST=0.0.0.0 npm start`,
    ...(first
      ? [
          '给终端、窗口、咨询台发口令：',
          `  TINGSHI_DATA=${short}-data npm run tingshi -- token add ${first.id} --roles terminal`,
        ]
      : []),
    '导入事项：',
    `  TINGSHI_HALL=${short} TINGSHI_DATA=${short}-data npm run tingshi -- import-matters 事项.xlsx`,
    '每一项怎么写：docs/hall.md。改完检查：',
    `  npm run tingshi -- check ${short}`,
  ]
}

/** `isOwn`: it is the folder that this computer's hall opens already. */
function nextInPackage({ terminals: [first] }: HallPlan, folder: string, isOwn: boolean): string[] {
  return [
    ...(isOwn ? [] : [`先在 /etc/tingshi/gateway.env 里写：TINGSHI_HALL=${folder}`]),
    '开门：',
    '  sudo systemctl enable --now tingshi-gateway',
    '管理员的一次性密码（第一次开门时）：',
    '  sudo journalctl -u tingshi-gateway',
    ...(first
      ? [
          `终端、大屏：在它们上面打开网页，照着屏上的码在 /manage/ 里登记；也可以发口令：`,
          `  sudo tingshi token add ${first.id} --roles terminal`,
        ]
      : []),
    '导入事项：',
    '  sudo tingshi import-matters 事项.xlsx',
    '每一项怎么写：/opt/tingshi/docs/hall.md。改完检查：',
    `  sudo tingshi check ${folder}`,
  ]
}
