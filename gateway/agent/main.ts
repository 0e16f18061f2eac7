import '../devices/hid/enough-threads.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { hostname, platform, release } from 'node:os'
import { join } from 'node:path'
import type { OwnComputer } from '../contract/agent-page.ts'
import { nodeHidPort } from '../devices/hid/node-hid-port.ts'
import { enrolAgent } from './enrol-agent.ts'
import { lentList } from './lent-list.ts'
import { openPageDoor } from './page-door.ts'
import { readArguments } from './read-arguments.ts'
import { type AgentState, runAgent } from './run-agent.ts'
import { newId, wallTime } from '../time.ts'

const usage = `用法：npm run agent -- --gateway http://网关:8080 --terminal K3 --enrol-file 文件
  --gateway 网址      大厅网关的网址；有两台网关就写两次，会自己换过去
  --terminal 编号     这台电脑是哪台终端
  --token 口令        网关上用 npm run tingshi -- token add K3 --roles terminal 生成（名称要和终端编号一样）
  --enrol-file 文件   口令存在这里；还没有就显示登记码，在管理页“设备”里批准以后自己存好
  --token-file 文件   从文件里读口令，别人看不到；也可以用环境变量 TINGSHI_AGENT_TOKEN
  --lend 路径         除了 USB 打印机和串口，还借出这一个；可以写几次
  --page 网址         终端网页用的网址和 --gateway 不一样时写；可以写几次
  --page-port 端口    只给本机的终端网页问自己是哪台（127.0.0.1，平常 47610）；0 是不开`

const said = readArguments(process.argv.slice(2), process.env, (file) => readFileSync(file, 'utf8'))
if (!said.ok) {
  console.error(said.message === null ? usage : `${said.message}\n\n${usage}`)
  process.exit(said.message === null ? 0 : 2)
}
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  version: string
}

const { gateways, terminal, pagePort, pageOrigins, enrolFile } = said
const system = `${hostname()} ${platform()} ${release()}`.slice(0, 80)
const token = said.token ?? (await letIn())

/** Waits until somebody has approved it; the token is for this program's owner alone. */
async function letIn(): Promise<string> {
  const own = await enrolAgent({ gateways, terminal, system, say: console.log })
  if (enrolFile !== null) writeFileSync(enrolFile, `${own}\n`, { mode: 0o600 })
  console.log('登记好了。')
  return own
}
let gateway: Pick<OwnComputer, 'gateway' | 'since'> = { gateway: 'connecting', since: wallTime() }

/** One line for each change, for the journal. Nothing of what passes through is ever written. */
function tell(state: AgentState): void {
  // Knocking again after a line was lost is still being away.
  if (state.name !== gateway.gateway && state.name !== 'connecting')
    gateway = { gateway: state.name, since: wallTime() }
  const words: Record<AgentState['name'], string> = {
    connecting: '',
    lending: `已连上网关，${terminal} 的设备可以用了。`,
    refused: state.name === 'refused' ? `网关不接：${state.message} 半分钟后再试。` : '',
    away: '连不上网关，会自己再试。',
  }
  if (words[state.name] !== '') console.log(words[state.name])
}

const hid = nodeHidPort()
const list = lentList(hid)
const agent = runAgent({
  ...said,
  token,
  hid,
  lentList: list,
  instance: newId(),
  version,
  system,
  now: wallTime,
  onState: tell,
})
const door =
  pagePort === null
    ? null
    : await openPageDoor({
        port: pagePort,
        origins: pageOrigins,
        own: { terminal, token },
        state: async () => ({ terminal, ...gateway, devices: await list.now() }),
        onTaken: () =>
          console.log(
            `本机端口 ${pagePort} 有别的程序在用：设备照借，终端网页要自己写编号。换一个端口写 --page-port。`,
          ),
      })
// The devices are worth more than what broke: it is said in the journal, and lending goes on.
process.on('uncaughtException', (error) => console.error('没有料到的错误，接着借：', error))
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    agent.close()
    door?.close()
    setTimeout(() => process.exit(0), 300)
  })
}
