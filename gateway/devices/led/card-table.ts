import type { PanelCard } from '../../contract/led-panel.ts'

/** Cards that are known to speak these protocols; `seen`: how we know. Nothing here was tried on a real panel yet. */
export interface KnownCard {
  models: string
  kind: PanelCard['kind']
  port: number | null
  baudRate: number | null
  colours: string
  notes: string
}
export const knownCards: readonly KnownCard[] = [
  {
    models: 'Onbon BX-6E1 … 6E3, 6M1 … 6M3',
    kind: 'bx6',
    port: 5005,
    baudRate: null,
    colours: 'single, double, triple',
    notes: '先用厂家软件设好屏参数',
  },
  {
    models: 'Onbon BX-6Q1, 6Q2, 6Q3',
    kind: 'bx6',
    port: 5005,
    baudRate: null,
    colours: 'rgb565, rgb888',
    notes: '全彩',
  },
  {
    models: 'Onbon BX-5K1, 5K2, 5MK1, 5MK2',
    kind: 'bxk',
    port: 5005,
    baudRate: 9_600,
    colours: 'single, double',
    notes: 'model: 5K；只有 GB2312 字库，没有蒙文',
  },
  {
    models: 'Onbon BX-6K1, 6K2, 6K3',
    kind: 'bxk',
    port: 5005,
    baudRate: 57_600,
    colours: 'single, double',
    notes: 'model: 6K；位置不对时试 6K-marked',
  },
  {
    models: 'Huidu C/A/D (编号带 -D 的工程卡)',
    kind: 'huidu',
    port: 10001,
    baudRate: null,
    colours: 'rgb888',
    notes: '普通卡不能二次开发',
  },
  {
    models: 'NovaStar MCTRL300, MCTRL660, VX 系列',
    kind: 'novastar',
    port: 5200,
    baudRate: 115_200,
    colours: '—',
    notes: '只调亮度和黑屏；画面走 HDMI',
  },
  {
    models: '窗口屏（RS-485 自定义协议）',
    kind: 'template',
    port: null,
    baudRate: 9_600,
    colours: 'single',
    notes: '照厂家的一页纸在 frame 里写',
  },
]
