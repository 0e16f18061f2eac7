import { hall } from '../../gateway/contract/hall.ts'
import { matter } from '../../gateway/contract/matter.ts'
import { type HallModel, buildHallModel } from '../../gateway/domain/hall-model.ts'

const queue = (id: string, name: string, minutes: number) => ({ id, series: id, name, minutes })
const counter = (id: string, queues: string[]) => ({ id, floor: '1', zone: '1A', queues })

/** Two queues, four counters, one printer: small enough to think about. */
export function tinyHallModel(alwaysOpen = true): HallModel {
  const parsed = hall.parse({
    id: 'tiny',
    name: '小厅',
    nameEn: 'Tiny Hall',
    timeZone: 'Asia/Shanghai',
    hours: { open: '09:00', close: '17:00', lastTicket: '16:40', weekdays: [1, 2, 3, 4, 5] },
    missed: { withinMinutes: 30, place: 3 },
    subCentres: [],
    floors: [{ id: '1', name: '1 楼', zones: [{ id: '1A', name: 'A 区' }] }],
    departments: [{ id: 'scjg', name: '市场监督管理局' }],
    queues: [queue('A', '不动产登记', 12), queue('B', '企业登记', 10)],
    counters: [counter('1', ['B']), counter('2', ['A', 'B']), counter('3', ['A']), counter('4', ['B'])],
    terminals: [
      { id: 'K1', name: '1 号终端', floor: '1', zone: '1A', printer: 'PR1', panel: { heightMm: 708, topEdgeMm: 1400 } },
    ],
    printers: [
      { id: 'PR1', name: '1 号打印机', link: { kind: 'simulated' } },
      { id: 'PR2', name: '2 号打印机', link: { kind: 'simulated' } },
    ],
    screens: [{ id: 'L1', name: '综合屏' }],
    panels: [{ id: 'P1', name: 'LED 屏', width: 128, height: 32 }],
    guideDesks: [],
    flows: [],
    notices: [{ id: 'n1', text: '今日公告' }],
  })
  const matters = [
    matter.parse({
      id: 'licence',
      code: '001',
      name: '营业执照补领、换发',
      department: 'scjg',
      kind: '行政许可',
      queueId: 'B',
      popular: 9,
    }),
    matter.parse({
      id: 'far',
      code: '002',
      name: '不在窗口办的事项',
      department: 'scjg',
      kind: '公共服务',
      queueId: null,
    }),
  ]
  return buildHallModel(parsed, matters, alwaysOpen)
}
