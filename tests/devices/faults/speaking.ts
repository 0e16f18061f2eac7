import type { DeviceHall } from '../../support/open-device-hall.ts'

import { CALLS, type FaultRow, bad, fine, noPaper } from './fault-row.ts'

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
const tight = '把 USB 线重新插紧；还不行换一个插口。'
export const speaking: FaultRow[] = [
  {
    ...noPaper(
      '拔掉了',
      '扫码器',
      'SC1',
      bad('没有插上'),
      `1 号终端的扫码器没有插上：${tight}`,
      '点屏幕照常取号',
      CALLS,
    ),
    ...unplug('SC1'),
  },
  { ...noPaper('拔下又插上 20 次', '扫码器', 'SC1', fine, null, '照常', CALLS), ...replug20('SC1') },
  {
    ...noPaper(
      '设备发来乱码',
      '扫码器',
      'SC1',
      fine,
      null,
      '没认出这个码。请扫号票、预约码或受理单上的码，也可以点右下角请人来帮忙。',
      CALLS,
    ),
    plant: ({ scan }) => void scan('SC1', '\u0007%%%\u001b[31m--DROP'),
    mend: () => {},
  },
  {
    ...noPaper(
      '拔掉了',
      '叫号器',
      'PAD1',
      bad('没有插上'),
      `1 号窗口叫号器没有插上：${tight}`,
      '照常',
      '在窗口页面上照常叫号',
    ),
    ...unplug('PAD1'),
  },
  { ...noPaper('拔下又插上 20 次', '叫号器', 'PAD1', fine, null, '照常', CALLS), ...replug20('PAD1') },
  {
    ...noPaper('设备发来乱码', '叫号器', 'PAD1', fine, null, '照常', '乱码不算按键，窗口不变'),
    plant: ({ hid }) =>
      void hid.say('PAD1', [
        Uint8Array.of(0xff, 0xee),
        new Uint8Array(64).fill(0xa5),
        new Uint8Array(),
        Uint8Array.of(1),
      ]),
    mend: () => {},
  },
  {
    ...noPaper(
      '同一个序号插了两个',
      '叫号器',
      'PAD3',
      { state: 'warning', word: '有两个一样的，分不清是哪个' },
      null,
      '照常',
      '先插的那个能用',
    ),
    todo: '3 号窗口叫号器：有两个一样的，分不清是哪个。在大厅文件里写上插口（port），或换一个序号不同的。',
    plant: ({ k3 }) => k3.plugIn(['usb-1', 'usb-2'], true),
    mend: ({ k3 }) => k3.plugIn(['usb-1'], true),
  },
  {
    ...noPaper('插上了但打不开', '叫号器', 'PAD3', bad('插上了但打不开'), null, '照常', '在窗口页面上照常叫号'),
    todo: '3 号窗口叫号器插上了但打不开：请管理员运行 npm run tingshi -- udev，装好权限后重插一次。',
    async plant({ k3, view, until }) {
      k3.plugIn([], true)
      await until(() => view('PAD3')?.state === 'fault', 'nothing plugged in')
      k3.plugIn(['usb-1'], false)
    },
    mend: ({ k3 }) => k3.plugIn(['usb-1'], true),
  },
  {
    ...noPaper(
      '拔掉了',
      '无障碍键盘',
      'KP1',
      bad('没有插上'),
      `1 号终端的无障碍键盘没有插上：${tight}`,
      '点屏幕照常取号',
      CALLS,
    ),
    ...unplug('KP1'),
  },
]
