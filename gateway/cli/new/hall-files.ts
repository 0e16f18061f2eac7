import { asCalledHere } from '../../own-command.ts'
import { stringify } from 'yaml'
import type { HallPlan } from './hall-plan.ts'

const word = (text: string): string => stringify(text, { lineWidth: 0 }).trim()
/** Numbers of floors and counters are names: without quotes YAML would make numbers of them. */
const quoted = (text: string): string => JSON.stringify(text)
const rows = (lines: readonly string[]): string => `${lines.join('\n')}\n`

/** The folder of a new hall: file → text, with what to change where said beside it. */
export function hallFiles(plan: HallPlan): Record<string, string> {
  return {
    'hall.yaml': head(plan),
    'departments.yaml': rows([
      '# 部门，一行一个。id 是别的文件里用的编号。',
      ...plan.departments.map(({ id, name }) => `- { id: ${word(id)}, name: ${word(name)} }`),
    ]),
    'queues.yaml': rows([
      '# 队列：在一起排的人。series 是号上的字母，一个字母只用一次；minutes 是办一件平均几分钟，估等候时间从它开始。',
      '# 还可以写开放时间 hours、每天限额 quota、预警 warnAt、优先规则 policy，见 docs/hall.md。',
      ...plan.queues.map(
        ({ letter, name, minutes }) =>
          `- { id: ${quoted(letter)}, series: ${quoted(letter)}, name: ${word(name)}, minutes: ${minutes} }`,
      ),
    ]),
    'counters.yaml': rows([
      '# 窗口，一行一个。queues 是它叫的队列，可以写几个；accessible: true 是低位、无障碍窗口，每个区至少一个。',
      ...plan.counters.map(({ id, floor, queue, department, accessible }) => {
        const parts = [
          `id: ${quoted(id)}`,
          `floor: ${quoted(floor)}`,
          `zone: ${quoted(`${floor}A`)}`,
          `queues: [${quoted(queue)}]`,
          ...(department === null ? [] : [`department: ${word(department)}`]),
          ...(accessible ? ['accessible: true'] : []),
        ]
        return `- { ${parts.join(', ')} }`
      }),
    ]),
    'terminals.yaml': devices(plan),
  }
}

function head({ id, name, floors }: HallPlan): string {
  return rows([
    asCalledHere('# 大厅的基本情况。改完后运行：npm run tingshi -- check 这个文件夹'),
    '# 能写的每一项、默认值和例子：docs/hall.md。带 # 的行没有用上，去掉 # 就用上了。',
    `id: ${word(id)}`,
    `name: ${word(name)}`,
    '# nameEn: Government Service Centre # 英文名',
    '# publicUrl: http://192.0.2.10:8080 # 来访者手机能打开的网址；不写就用网关自己的地址',
    'hours:',
    '  open: "09:00"',
    '  close: "17:00"',
    '  lastTicket: "16:40" # 这以后不再取号',
    '  weekdays: [1, 2, 3, 4, 5] # 1 是星期一',
    '# lunch: { from: "12:00", to: "13:00" } # 午休',
    'missed:',
    '  withinMinutes: 30 # 过号后多久内还能排上',
    '  place: 3 # 重排到第几位',
    '# later: { places: 5, times: 2 } # 晚点再来：一次往后让几位，最多几次',
    '# phoneNumbers: { inHall: true } # 手机取号：扫终端上每分钟换一次的码',
    '# closures: # 大厅自己不办公的日子',
    '#   - { from: "2026-06-10", until: "2026-06-11", reason: 搬迁 }',
    'floors:',
    ...floors.flatMap((floor) => [
      `  - id: ${quoted(floor.id)}`,
      `    name: ${word(floor.name)}`,
      '    zones: # 一层可以分几个区，编号全厅不能重复',
      `      - { id: ${quoted(`${floor.id}A`)}, name: A 区 }`,
    ]),
  ])
}

function devices({ terminals, printers, screens, panels, floors }: HallPlan): string {
  const at = (floor: string): string => `floor: ${quoted(floor)}, zone: ${quoted(`${floor}A`)}`
  const list = (key: string, above: readonly string[], lines: readonly string[]): string[] =>
    lines.length === 0 ? [`# ${key}: []`, ...above] : [...above, `${key}:`, ...lines.map((line) => `  - { ${line} }`)]
  const desk = [
    `id: G1`,
    'name: 咨询台',
    at(floors[0]?.id ?? '1'),
    ...printers.slice(0, 1).map(({ id }) => `printer: ${id}`),
  ]
  return rows([
    '# 终端、打印机、屏和咨询台。没有的不用写。',
    ...list(
      'terminals',
      [
        '# panel 是显示面的高度和上沿离地的高度（毫米），按它算出手够得着的位置。printer: null 就是不出纸，只显示号码。',
      ],
      terminals.map(
        ({ id, floor, printer }) =>
          `id: ${id}, name: ${id.slice(1)} 号终端, ${at(floor)}, printer: ${printer}, panel: { heightMm: 708, topEdgeMm: 1400 }`,
      ),
    ),
    ...list(
      'printers',
      ['# 网口打印机写地址；插在终端上的写 { kind: agent, terminal: K1 }；先试试用 { kind: simulated }。'],
      printers.map(
        ({ id, host, port }) =>
          `id: ${id}, name: ${id.slice(2)} 号打印机, link: { kind: tcp, host: ${quoted(host)}, port: ${port} }`,
      ),
    ),
    ...list(
      'screens',
      ['# 行数由屏的大小（寸）和最远座位的距离（米）算出。zones 不写就叫全厅的号。'],
      screens.map(
        ({ id, floor }) =>
          `id: ${id}, name: ${id.slice(1)} 号综合屏, panel: { inches: 55 }, distanceM: 8${floor === null ? '' : `, zones: [${quoted(`${floor}A`)}]`}`,
      ),
    ),
    ...list(
      'panels',
      ['# LED 屏的点数。card 是屏背后的控制卡，见 docs/panels.md。'],
      panels.map((id) => `id: ${id}, name: ${id.slice(1)} 号 LED 屏, width: 128, height: 32`),
    ),
    'guideDesks:',
    `  - { ${desk.join(', ')} }`,
  ])
}
