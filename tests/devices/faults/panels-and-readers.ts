import { fakeBx6 } from '../../../gateway/devices/fake/led/fake-bx6.ts'
import { type FakeCardServer, startFakeCard } from '../../../gateway/devices/fake/led/fake-card-server.ts'
import { stranger } from './stranger.ts'
import type { DeviceHall } from '../../support/open-device-hall.ts'

import { CALLS, type FaultRow, bad, fine, noPaper } from './fault-row.ts'

const cardFault = (fault: 'away' | 'silent' | 'refuses' | 'cuts') => ({
  async plant({ card, order, take }: DeviceHall): Promise<void> {
    card()?.set(fault, true)
    // A call is what the panel would show.
    await take('PR2')
    await order({ type: 'open-counter', counterId: '4' })
    await order({ type: 'finish-ticket', counterId: '4' })
    await order({ type: 'call-next', counterId: '4' })
  },
  mend: ({ card }: DeviceHall): void => void card()?.set(fault, false),
})
const lookAtPanel = (word: string): string => `大门屏${word}：看屏的电源和网线；都好就关掉屏，十秒后再开。`
const panelFault = (fault: string, board: FaultRow['board'], todo: string | null) =>
  noPaper(fault, 'LED 屏', 'P1', board, todo, '看综合屏、听广播，手机上也有', CALLS)
let another: FakeCardServer | null = null
/** A card that is greeted anew shows its habits from the first word. */
function again(card: FakeCardServer | null, change: () => void): void {
  change()
  card?.set('away', true)
  card?.set('away', false)
}
const visitor = stranger()
export const panels: FaultRow[] = [
  {
    ...panelFault(
      '端口上接了别的设备',
      bad('接的不像控制卡'),
      '大门屏接的不像控制卡：看网线、串口线是不是接到了别的设备上，再对一下大厅文件里的地址。',
    ),
    async plant({ card, cardPort }) {
      card()?.set('away', true)
      await visitor.listen(cardPort())
    },
    async mend({ card }) {
      await visitor.leave()
      card()?.set('away', false)
    },
  },
  {
    ...panelFault('离线', bad('连不上控制卡'), lookAtPanel('连不上控制卡')),
    ...cardFault('away'),
  },
  {
    ...panelFault('开着但不回答', bad('连不上控制卡'), lookAtPanel('连不上控制卡')),
    ...cardFault('silent'),
  },
  {
    ...panelFault('不接受画面', { state: 'warning', word: '控制卡没有接受画面' }, lookAtPanel('控制卡没有接受画面')),
    ...cardFault('refuses'),
  },
  {
    ...panelFault('画面发到一半断线', bad('连不上控制卡'), lookAtPanel('连不上控制卡')),
    ...cardFault('cuts'),
  },
  {
    ...panelFault('端口上的设备一说话就挂断', bad('连不上控制卡'), lookAtPanel('连不上控制卡')),
    plant: ({ card }) => again(card(), () => card()?.habits.add('hangs-up')),
    mend: ({ card }) => void card()?.habits.delete('hangs-up'),
  },
  {
    ...panelFault(
      '接受画面，不让对时钟、开关屏',
      { state: 'warning', word: '画面照常，控制卡不让调开关屏、时钟' },
      '大门屏画面照常，控制卡不让调开关屏、时钟：不急；要调，用厂家的软件看控制卡是不是锁着。',
    ),
    plant: ({ card }) => again(card(), () => card()?.habits.add('refuses-clock').add('refuses-power')),
    mend: ({ card }) => again(card(), () => card()?.habits.clear()),
  },
  {
    ...panelFault(
      '控制卡的颜色和设置里写的不一样',
      bad('控制卡是双色的，设置里写的是单色'),
      '大门屏控制卡是双色的，设置里写的是单色：对一下大厅文件里这块屏的设置和控制卡上的，改成一样。',
    ),
    async plant({ card, cardPort }) {
      card()?.set('away', true)
      another = await startFakeCard(fakeBx6({ width: 64, height: 16, colour: 'double' }), cardPort())
    },
    async mend({ card }) {
      await another?.close()
      card()?.set('away', false)
    },
  },
  {
    ...noPaper('没问它就先说话', 'LED 屏', 'P1', fine, null, '照常', CALLS),
    plant: ({ card }) => again(card(), () => card()?.habits.add('early-notices')),
    mend: ({ card }) => void card()?.habits.delete('early-notices'),
  },
]

const NO_CARD = '不问身份证，直接取号'
const MUTE = '读卡器没有反应，可以不用身份证取号'
const lookAtReader = (word: string): string =>
  `1 号终端的身份证读卡器${word}：把线重新插紧；还不行，拔掉它的电源，十秒后再插。`
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
export const readers: FaultRow[] = [
  {
    ...noPaper('开着但不回答', '身份证读卡器', 'RD1', bad('不回答'), lookAtReader('不回答'), MUTE, CALLS),
    ...readerFault('mute'),
  },
  {
    ...noPaper('设备发来乱码', '身份证读卡器', 'RD1', bad('不回答'), lookAtReader('不回答'), MUTE, CALLS),
    ...readerFault('garbage'),
  },
  {
    ...noPaper('拔掉了', '身份证读卡器', 'RD1', bad('没有接上'), lookAtReader('没有接上'), NO_CARD, CALLS),
    plant: ({ reader }) => reader.plug(false),
    mend: ({ reader }) => reader.plug(true),
  },
]
