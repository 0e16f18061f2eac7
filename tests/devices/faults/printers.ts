import { stranger } from './stranger.ts'
import { usualSlipLayout } from '../../../gateway/contract/slip-layout.ts'
import { receiptPrinter } from '../../../gateway/devices/printer/receipt-printer.ts'
import { encodeRasterSlip } from '../../../gateway/devices/printer/slip-raster.ts'
import { openTcp } from '../../../gateway/devices/tcp-link.ts'
import { aSlip } from '../../support/a-slip.ts'
import type { DeviceHall } from '../../support/open-device-hall.ts'

import { CALLS, type FaultRow, type Paper, bad } from './fault-row.ts'

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
  fault,
  device: '打印机（网线、USB、串口）',
  id: 'PR1',
  plant: set(fake, true),
  mend: set(fake, false),
  board,
  todo,
  paper: { at: 'PR1', is },
  citizen,
  slipCard,
  clerk: CALLS,
  foreign: 0,
  late: 0,
})
/** The head stands still with the slip half out; it ends the slip by itself when it is well, and a person knows by then. */
const midSlip = (
  fault: string,
  fake: 'paper-out' | 'cover-open',
  word: string,
  cure: string,
  citizen: string,
): FaultRow => ({
  ...printer(
    fault,
    fake,
    bad(word),
    `1 号打印机${word}：${cure}`,
    'asked',
    citizen,
    '1 号打印机说不清打没打出来，问问本人',
  ),
  plant: ({ fakes }) => fakes.PR1.stopAfter(200, fake),
  late: 1,
})
const visitor = stranger()

export const printers: FaultRow[] = [
  printer(
    ...(['纸将用完', 'near-end', { state: 'warning', word: '纸将用完' }] as const),
    ...([
      '1 号打印机纸将用完：拿一卷新纸，打开前盖换上，热敏面朝外；挑人少的时候换。',
      'printed',
      '请取走号票',
      null,
    ] as const),
  ),
  printer(
    ...(['缺纸', 'paper-out', bad('缺纸')] as const),
    ...([
      '1 号打印机缺纸：打开前盖，换一卷纸，热敏面朝外，合上盖子。没打的号票会自己接着打。',
      'waits',
      '这台机器没有打印纸了',
    ] as const),
    '1 号打印机没打出来，没有纸了',
  ),
  printer(
    ...(['盖子没关', 'cover-open', bad('盖子没关')] as const),
    ...([
      '1 号打印机盖子没关：把盖子按紧，听到一声响。',
      'waits',
      '打印机的盖子没关好',
      '1 号打印机没打出来，盖子开着',
    ] as const),
  ),
  printer(
    ...(['切刀卡住', 'cutter-jam', bad('切刀卡住')] as const),
    ...([
      '1 号打印机切刀卡住：关掉打印机电源，打开盖子，取出切刀里的纸，再开机。',
      'waits',
      '号票卡在机器里了',
      '1 号打印机没打出来，切刀卡住了',
    ] as const),
  ),
  printer(
    ...(['离线', 'offline', bad('离线')] as const),
    ...([
      '1 号打印机离线：看打印机电源和网线；都好就关机再开。',
      'waits',
      '打印机暂时连不上',
      '1 号打印机没打出来，打印机没连上',
    ] as const),
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
    ...printer(
      '仿制机，什么都不回答（answers: nothing）',
      'mute',
      { state: 'unknown', word: '看不到状态' },
      null,
      'printed',
      '请取走号票',
      null,
    ),
    id: 'PR4',
    paper: { at: 'PR4', is: 'printed' },
    plant: ({ fakes }) => fakes.PR4.set('mute', true),
    mend: ({ fakes }) => fakes.PR4.set('mute', false),
  },
  {
    ...printer(
      '从来不报状态，大厅文件里也没写',
      'mute',
      { state: 'unknown', word: '从来不报状态' },
      '6 号打印机从来不报状态：号票照打，出没出来看一眼。它本来就这样的话，在大厅文件里这台打印机下面写一行 answers: nothing，这句话就没有了。',
      'printed',
      '请取走号票',
      null,
    ),
    id: 'PR6',
    paper: { at: 'PR6', is: 'printed' },
    plant: () => {},
    mend: () => {},
  },
  {
    ...printer(
      '一次只接一个，刚断开的一会儿不接',
      'slow',
      { state: 'ok', word: '正常' },
      null,
      'printed',
      '请取走号票',
      null,
    ),
    id: 'PR5',
    paper: { at: 'PR5', is: 'printed' },
    plant: () => {},
    mend: () => {},
  },
  midSlip(
    '打到一半没纸',
    'paper-out',
    '缺纸',
    '打开前盖，换一卷纸，热敏面朝外，合上盖子。没打的号票会自己接着打。',
    '这台机器没有打印纸了',
  ),
  midSlip('打到一半开了盖子', 'cover-open', '盖子没关', '把盖子按紧，听到一声响。', '打印机的盖子没关好'),
  printer('打得慢', 'slow', { state: 'ok', word: '正常' }, null, 'printed', '请取走号票', null),
  {
    ...printer(
      '打到一半断线',
      'offline',
      { state: 'ok', word: '正常' },
      null,
      'asked',
      '打印机没有回应',
      '1 号打印机说不清打没打出来，问问本人',
    ),
    // Past the four questions and into the slip.
    plant: ({ fakes }) => fakes.PR1.cutCableAfter(200),
    mend: () => {},
  },
  {
    ...printer(
      '两个网关接一台打印机',
      'slow',
      { state: 'unknown', word: '没有回应' },
      null,
      'waits',
      '打印机没有回应',
      '1 号打印机没打出来，打印机没有回应',
    ),
    todo: '1 号打印机没有回应：关机再开；还不行，看有没有别的程序占着它，再不行就换一台。',
    foreign: 4,
    async plant({ fakes, until }) {
      fakes.PR1.set('slow', true)
      const other = receiptPrinter(
        () => openTcp('127.0.0.1', fakes.PR1.port, 1_000),
        'receipt',
        {
          answerMs: 2_000,
          slipMs: 20_000,
          reconnectMs: 300,
        },
        true,
      )
      let begun = false
      const ready = async (): Promise<void> => void (begun = true)
      const slips = Array.from({ length: 4 }, () => encodeRasterSlip(aSlip, 576, usualSlipLayout))
      void other.print(async () => Uint8Array.from(Buffer.concat(slips)), ready)
      await until(() => begun, 'the slip of the other gateway')
    },
  },
  {
    ...printer(
      '端口上接了别的设备',
      'offline',
      bad('接的不像打印机'),
      null,
      'waits',
      '打印机暂时不能用',
      '1 号打印机没打出来，打印机出错了',
    ),
    todo: '1 号打印机接的不像打印机：关机再开；还不行，看线是不是接到了别的设备上。',
    async plant({ fakes }) {
      fakes.PR1.set('offline', true)
      await visitor.listen(fakes.PR1.port)
    },
    async mend({ fakes }) {
      await visitor.leave()
      fakes.PR1.set('offline', false)
    },
  },
  printer(
    ...(['设备发来乱码', 'garbage', bad('接的不像打印机')] as const),
    '1 号打印机接的不像打印机：关机再开；还不行，看线是不是接到了别的设备上。',
    ...(['waits', '打印机暂时不能用', '1 号打印机没打出来，打印机出错了'] as const),
  ),
  {
    ...printer(
      '有人停用了它',
      'offline',
      { state: 'off', word: '停用：送修' },
      null,
      'waits',
      '本机暂停打印',
      '1 号打印机没打出来，打印机停用着',
    ),
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
