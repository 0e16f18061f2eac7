import { usualSlipLayout } from '../../gateway/contract/slip-layout.ts'
import { type Server, type Socket, connect, createServer } from 'node:net'
import { receiptPrinter } from '../../gateway/devices/printer/receipt-printer.ts'
import { encodeRasterSlip } from '../../gateway/devices/printer/slip-raster.ts'
import { openTcp } from '../../gateway/devices/tcp-link.ts'
import type { DeviceView } from '../../gateway/contract/device-view.ts'
import { aSlip } from '../support/a-slip.ts'
import type { DeviceHall, PrinterId } from '../support/open-device-hall.ts'

/**
 * What becomes of the paper of a number taken while the fault stands. `waits`: it comes out once by itself when the fault is gone;
 * `asked`: nobody knows, so a person is asked and it is printed again only on an order.
 */
export type Paper = 'printed' | 'waits' | 'asked'
export interface FaultRow {
  fault: string
  device: string
  /** On the health board. */
  id: string
  plant(hall: DeviceHall): void | Promise<void>
  mend(hall: DeviceHall): void | Promise<void>
  board: { state: DeviceView['state']; word: string }
  /** What to do, as the desk and /manage/ say it; null = nothing to do. */
  todo: string | null
  /** The printer that a number is taken at meanwhile, and its paper; null = no paper is in question. */
  paper: { at: PrinterId; is: Paper } | null
  /** What stands on the terminal's screen. */
  citizen: string
  /** What stands on the guide's card 要补打的号票; null = the card is away. */
  slipCard: string | null
  clerk: string
  /** Slips of others that come out at that printer meanwhile. */
  foreign: number
}

const CALLS = '照常叫号、办结'
const set =
  (fault: Parameters<DeviceHall['fakes']['PR1']['set']>[0], on: boolean) =>
  ({ fakes }: DeviceHall): void =>
    fakes.PR1.set(fault, on)
const printer = (
  fault: string,
  fake: Parameters<typeof set>[0],
  board: FaultRow['board'],
  todo: string | null,
  is: Paper,
  citizen: string,
  slipCard: string | null,
): FaultRow => ({
  ...{ fault, device: '打印机（网线、USB、串口）', id: 'PR1', plant: set(fake, true), mend: set(fake, false), board, todo },
  ...{ paper: { at: 'PR1', is }, citizen, slipCard, clerk: CALLS, foreign: 0 },
})
const bad = (word: string): FaultRow['board'] => ({ state: 'fault', word })
let stranger: Server | null = null
/** Of strangers, to be closed when they go. */
const sockets = new Set<Socket>()

const printers: FaultRow[] = [
  printer(
    ...(['纸将用完', 'near-end', { state: 'warning', word: '纸将用完' }] as const),
    ...(['1 号打印机纸将用完：拿一卷新纸，打开前盖换上，热敏面朝外；挑人少的时候换。', 'printed', '请取走号票', null] as const),
  ),
  printer(
    ...(['缺纸', 'paper-out', bad('缺纸')] as const),
    ...(['1 号打印机缺纸：打开前盖，换一卷纸，热敏面朝外，合上盖子。没打的号票会自己接着打。', 'waits', '这台机器没有打印纸了'] as const),
    '1 号打印机没打出来，没有纸了',
  ),
  printer(
    ...(['盖子没关', 'cover-open', bad('盖子没关')] as const),
    ...(['1 号打印机盖子没关：把盖子按紧，听到一声响。', 'waits', '打印机的盖子没关好', '1 号打印机没打出来，盖子开着'] as const),
  ),
  printer(
    ...(['切刀卡住', 'cutter-jam', bad('切刀卡住')] as const),
    ...(['1 号打印机切刀卡住：关掉打印机电源，打开盖子，取出切刀里的纸，再开机。', 'waits', '号票卡在机器里了', '1 号打印机没打出来，切刀卡住了'] as const),
  ),
  printer(
    ...(['离线', 'offline', bad('离线')] as const),
    ...(['1 号打印机离线：看打印机电源和网线；都好就关机再开。', 'waits', '打印机暂时连不上', '1 号打印机没打出来，打印机没连上'] as const),
  ),
  printer(
    ...(['开着但不回答', 'mute', { state: 'unknown', word: '没有回应' }] as const),
    ...([
      '1 号打印机没有回应：关机再开；还不行，看有没有别的程序占着它，再不行就换一台。',
      'waits',
      '打印机没有回应',
      '1 号打印机没打出来，打印机没有回应',
    ] as const),
  ),
  {
    ...printer('仿制机，什么都不回答（answers: nothing）', 'mute', { state: 'unknown', word: '看不到状态' }, null, 'printed', '请取走号票', null),
    ...{ id: 'PR4', paper: { at: 'PR4', is: 'printed' } },
    plant: ({ fakes }) => fakes.PR4.set('mute', true),
    mend: ({ fakes }) => fakes.PR4.set('mute', false),
  },
  printer('打得慢', 'slow', { state: 'ok', word: '正常' }, null, 'printed', '请取走号票', null),
  {
    ...printer('打到一半断线', 'offline', { state: 'ok', word: '正常' }, null, 'asked', '打印机没有回应', '1 号打印机说不清打没打出来，问问本人'),
    // Past the four questions and into the slip.
    plant: ({ fakes }) => fakes.PR1.cutCableAfter(200),
    mend: () => {},
  },
  {
    ...printer('两个网关接一台打印机', 'slow', { state: 'unknown', word: '没有回应' }, null, 'waits', '打印机没有回应', '1 号打印机没打出来，打印机没有回应'),
    todo: '1 号打印机没有回应：关机再开；还不行，看有没有别的程序占着它，再不行就换一台。',
    foreign: 4,
    async plant({ fakes, until }) {
      fakes.PR1.set('slow', true)
      const other = receiptPrinter(() => openTcp('127.0.0.1', fakes.PR1.port, 1_000), 'receipt', { answerMs: 2_000, slipMs: 20_000 })
      let begun = false
      const ready = async (): Promise<void> => void (begun = true)
      const slips = Array.from({ length: 4 }, () => encodeRasterSlip(aSlip, 576, usualSlipLayout))
      void other.print(async () => Uint8Array.from(Buffer.concat(slips)), ready)
      await until(() => begun, 'the slip of the other gateway')
    },
  },
  {
    ...printer('端口上接了别的设备', 'offline', bad('接的不像打印机'), null, 'waits', '打印机暂时不能用', '1 号打印机没打出来，打印机出错了'),
    todo: '1 号打印机接的不像打印机：关机再开；还不行，看线是不是接到了别的设备上。',
    async plant({ fakes }) {
      fakes.PR1.set('offline', true)
      stranger = createServer((socket) => void socket.on('error', () => {}).on('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')))
      await new Promise<void>((done) => stranger?.listen(fakes.PR1.port, '127.0.0.1', done))
    },
    async mend({ fakes }) {
      await new Promise((done) => stranger?.close(done))
      fakes.PR1.set('offline', false)
    },
  },
  printer(
    ...(['设备发来乱码', 'garbage', bad('接的不像打印机')] as const),
    '1 号打印机接的不像打印机：关机再开；还不行，看线是不是接到了别的设备上。',
    ...(['waits', '打印机暂时不能用', '1 号打印机没打出来，打印机出错了'] as const),
  ),
  {
    ...printer('有人停用了它', 'offline', { state: 'off', word: '停用：送修' }, null, 'waits', '本机暂停打印', '1 号打印机没打出来，打印机停用着'),
    plant: async ({ order }) => void (await order({ type: 'switch-device-off', deviceId: 'PR1', reason: '送修' })),
    mend: async ({ order }) => void (await order({ type: 'switch-device-on', deviceId: 'PR1' })),
  },
  {
    ...printer('拔下又插上 20 次', 'offline', { state: 'ok', word: '正常' }, null, 'printed', '请取走号票', null),
    async plant({ fakes, view, until }) {
      for (let nth = 0; nth < 20; nth += 1) {
        fakes.PR1.set('offline', true)
        await until(() => view('PR1')?.word === '离线', 'the unplugging on the board')
        fakes.PR1.set('offline', false)
        await until(() => view('PR1')?.state === 'ok', 'the printer on the board again')
      }
    },
  },
]

const noPaper = (fault: string, device: string, id: string, board: FaultRow['board'], todo: string | null, citizen: string, clerk: string) => ({
  ...{ fault, device, id, board, todo, citizen, clerk, paper: null, slipCard: null, foreign: 0 },
})
const unplug = (id: string) => ({
  plant: ({ hid }: DeviceHall): void => void hid.setPlugged(id, false),
  mend: ({ hid }: DeviceHall): void => void hid.setPlugged(id, true),
})
const replug20 = (id: string) => ({
  async plant({ hid, view, until }: DeviceHall) {
    for (let nth = 0; nth < 20; nth += 1) {
      hid.setPlugged(id, false)
      await until(() => view(id)?.state === 'fault', 'the unplugging on the board')
      hid.setPlugged(id, true)
      await until(() => view(id)?.state === 'ok', 'the device on the board again')
    }
  },
  mend: () => {},
})
const fine: FaultRow['board'] = { state: 'ok', word: '正常' }
const tight = '把 USB 线重新插紧；还不行换一个插口。'
const speaking: FaultRow[] = [
  { ...noPaper('拔掉了', '扫码器', 'SC1', bad('没有插上'), `1 号终端的扫码器没有插上：${tight}`, '点屏幕照常取号', CALLS), ...unplug('SC1') },
  { ...noPaper('拔下又插上 20 次', '扫码器', 'SC1', fine, null, '照常', CALLS), ...replug20('SC1') },
  {
    ...noPaper('设备发来乱码', '扫码器', 'SC1', fine, null, '没认出这个码。请扫号票、预约码或受理单上的码，也可以点右下角请人来帮忙。', CALLS),
    plant: ({ scan }) => void scan('SC1', '\u0007%%%\u001b[31m--DROP'),
    mend: () => {},
  },
  { ...noPaper('拔掉了', '叫号器', 'PAD1', bad('没有插上'), `1 号窗口叫号器没有插上：${tight}`, '照常', '在窗口页面上照常叫号'), ...unplug('PAD1') },
  { ...noPaper('拔下又插上 20 次', '叫号器', 'PAD1', fine, null, '照常', CALLS), ...replug20('PAD1') },
  {
    ...noPaper('设备发来乱码', '叫号器', 'PAD1', fine, null, '照常', '乱码不算按键，窗口不变'),
    plant: ({ hid }) => void hid.say('PAD1', [Uint8Array.of(0xff, 0xee), new Uint8Array(64).fill(0xa5), new Uint8Array(), Uint8Array.of(1)]),
    mend: () => {},
  },
  {
    ...noPaper('同一个序号插了两个', '叫号器', 'PAD3', { state: 'warning', word: '有两个一样的，分不清是哪个' }, null, '照常', '先插的那个能用'),
    todo: '3 号窗口叫号器：有两个一样的，分不清是哪个。在大厅文件里写上插口（port），或换一个序号不同的。',
    plant: ({ plugIntoK3 }) => plugIntoK3(['usb-1', 'usb-2'], true),
    mend: ({ plugIntoK3 }) => plugIntoK3(['usb-1'], true),
  },
  {
    ...noPaper('插上了但打不开', '叫号器', 'PAD3', bad('插上了但打不开'), null, '照常', '在窗口页面上照常叫号'),
    todo: '3 号窗口叫号器插上了但打不开：请管理员运行 npm run tingshi -- udev，装好权限后重插一次。',
    async plant({ plugIntoK3, view, until }) {
      plugIntoK3([], true)
      await until(() => view('PAD3')?.state === 'fault', 'nothing plugged in')
      plugIntoK3(['usb-1'], false)
    },
    mend: ({ plugIntoK3 }) => plugIntoK3(['usb-1'], true),
  },
  { ...noPaper('拔掉了', '无障碍键盘', 'KP1', bad('没有插上'), `1 号终端的无障碍键盘没有插上：${tight}`, '点屏幕照常取号', CALLS), ...unplug('KP1') },
]

const cardFault = (fault: 'away' | 'silent' | 'refuses' | 'cuts') => ({
  plant({ card, order }: DeviceHall): void {
    card()?.set(fault, true)
    // A call is what the panel would show.
    void order({ type: 'open-counter', counterId: '4' }).then(() => order({ type: 'call-next', counterId: '4' }))
  },
  mend: ({ card }: DeviceHall): void => void card()?.set(fault, false),
})
const lookAtPanel = (word: string): string => `大门屏${word}：看屏的电源和网线；都好就关掉屏，十秒后再开。`
const panels: FaultRow[] = [
  {
    ...noPaper('端口上接了别的设备', 'LED 屏', 'P1', bad('接的不像控制卡'), null, '看综合屏、听广播，手机上也有', CALLS),
    todo: '大门屏接的不像控制卡：看网线、串口线是不是接到了别的设备上，再对一下大厅文件里的地址。',
    async plant({ card, cardPort }) {
      card()?.set('away', true)
      stranger = createServer((socket) => {
        sockets.add(socket)
        socket.on('error', () => {}).on('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'))
      })
      await new Promise<void>((done) => stranger?.listen(cardPort(), '127.0.0.1', done))
    },
    async mend({ card }) {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => stranger?.close(done))
      card()?.set('away', false)
    },
  },
  { ...noPaper('离线', 'LED 屏', 'P1', bad('连不上控制卡'), lookAtPanel('连不上控制卡'), '看综合屏、听广播，手机上也有', CALLS), ...cardFault('away') },
  {
    ...noPaper('开着但不回答', 'LED 屏', 'P1', bad('连不上控制卡'), lookAtPanel('连不上控制卡'), '看综合屏、听广播，手机上也有', CALLS),
    ...cardFault('silent'),
  },
  {
    ...noPaper(
      '不接受画面',
      'LED 屏',
      'P1',
      { state: 'warning', word: '控制卡没有接受画面' },
      lookAtPanel('控制卡没有接受画面'),
      '看综合屏、听广播，手机上也有',
      CALLS,
    ),
    ...cardFault('refuses'),
  },
  {
    ...noPaper('画面发到一半断线', 'LED 屏', 'P1', bad('连不上控制卡'), lookAtPanel('连不上控制卡'), '看综合屏、听广播，手机上也有', CALLS),
    ...cardFault('cuts'),
  },
]

const NO_CARD = '不问身份证，直接取号'
const MUTE = '读卡器没有反应，可以不用身份证取号'
const lookAtReader = (word: string): string => `1 号终端的身份证读卡器${word}：把线重新插紧；还不行，拔掉它的电源，十秒后再插。`
const readerFault = (fault: 'mute' | 'garbage') => ({
  plant({ reader }: DeviceHall): void {
    reader.set(fault, true)
    // Only a reader that is asked can be found mute.
    reader.ask()
  },
  mend({ reader }: DeviceHall): void {
    reader.leave()
    reader.set(fault, false)
  },
})
const readers: FaultRow[] = [
  { ...noPaper('开着但不回答', '身份证读卡器', 'RD1', bad('不回答'), lookAtReader('不回答'), MUTE, CALLS), ...readerFault('mute') },
  { ...noPaper('设备发来乱码', '身份证读卡器', 'RD1', bad('不回答'), lookAtReader('不回答'), MUTE, CALLS), ...readerFault('garbage') },
  {
    ...noPaper('拔掉了', '身份证读卡器', 'RD1', bad('没有接上'), lookAtReader('没有接上'), NO_CARD, CALLS),
    plant: ({ reader }) => reader.plug(false),
    mend: ({ reader }) => reader.plug(true),
  },
]

let holder: Server | null = null
/** Of the program on K3's computer: its door for the terminal's own page. */
const ownPage = (fault: string, plant: FaultRow['plant'], mend: FaultRow['mend']): FaultRow => ({
  ...noPaper(fault, '终端的设备程序', 'agent-K3', fine, null, '请取走号票', CALLS),
  ...{ paper: { at: 'PR3', is: 'printed' }, plant, mend },
})
const doors: FaultRow[] = [
  ownPage(
    '本机端口被别的程序占着',
    async ({ door }) => {
      door.close()
      holder = createServer()
      await new Promise<void>((done) => holder?.listen(door.port, '127.0.0.1', done))
      await door.restart()
      if (door.isOpen()) throw new Error('the port was not taken')
    },
    async ({ door }) => {
      await new Promise((done) => holder?.close(done))
      await door.restart()
      if (!door.isOpen()) throw new Error('the port is still taken')
    },
  ),
  ownPage(
    '别的网页和程序不停地问本机端口',
    async ({ door }) => {
      const ask = { method: 'POST', headers: { 'content-type': 'application/json', origin: 'https://evil.example' }, body: '{}' }
      for (let nth = 0; nth < 60; nth += 1) {
        const socket = connect(door.port, '127.0.0.1', () => socket.write(`POST /who HTTP/1.1\r\nHost: x\r\nContent-Length: 999999\r\n\r\n`))
        sockets.add(socket.on('error', () => {}))
      }
      const answers = await Promise.all(
        Array.from({ length: 20 }, () =>
          fetch(`http://127.0.0.1:${door.port}/who`, ask).then(
            ({ status }) => status,
            () => 0,
          ),
        ),
      )
      if (answers.some((status) => status === 200)) throw new Error('a stranger was answered')
    },
    () => {
      for (const socket of sockets) socket.destroy()
    },
  ),
]

const lookAtComputer = '看那台电脑开没开、网线插没插；都好就重启那台电脑。'
const agents: FaultRow[] = [
  {
    ...noPaper('设备程序断了又回来', '终端的设备程序', 'agent-K3', bad('离线'), `3 号终端的设备程序离线：${lookAtComputer}`, '打印机暂时连不上', CALLS),
    ...{ paper: { at: 'PR3', is: 'waits' }, slipCard: '3 号打印机没打出来，打印机没连上' },
    plant: ({ stopAgent }) => stopAgent(),
    mend: ({ startAgent }) => startAgent(),
  },
  {
    ...noPaper('另一台电脑说是同一个终端', '终端的设备程序', 'agent-K3', { state: 'warning', word: '另一台电脑已经是终端 K3 了。' }, null, '请取走号票', CALLS),
    todo: '3 号终端的设备程序：另一台电脑已经是终端 K3 了。请到那台电脑上改终端编号，或停掉它的设备程序。',
    paper: { at: 'PR3', is: 'printed' },
    plant: ({ startSecondAgent }) => startSecondAgent(),
    mend: ({ stopSecondAgent }) => stopSecondAgent(),
  },
]

export const faultRows: readonly FaultRow[] = [...printers, ...speaking, ...panels, ...readers, ...agents, ...doors]
