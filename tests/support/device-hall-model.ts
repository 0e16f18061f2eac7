import { hall as hallShape } from '../../gateway/contract/hall.ts'
import { type HallModel, buildHallModel } from '../../gateway/domain/hall-model.ts'
import { tinyHallModel } from './tiny-hall.ts'

export const PRINTERS = ['PR1', 'PR2', 'PR3', 'PR4', 'PR5', 'PR6'] as const
export type PrinterId = (typeof PRINTERS)[number]
export const TERMINAL_OF = { PR1: 'K1', PR2: 'K2', PR3: 'K3', PR4: 'K4', PR5: 'K5', PR6: 'K6' } as const
/** How the agent of K3 names the printer beside it. */
export const lentPath = (port: number): string => `tcp:127.0.0.1:${port}`

/** The folder of a hall with one of each device; its printers listen at these ports. */
export function deviceHallModel(portOf: (printer: PrinterId) => number): HallModel {
  const tiny = tinyHallModel()
  const tcp = (id: PrinterId) => ({ kind: 'tcp', host: '127.0.0.1', port: portOf(id) })
  const lent = lentPath(portOf('PR3'))
  const simulated = { kind: 'simulated' }
  const panel = { heightMm: 708, topEdgeMm: 1400 }
  const hall = hallShape.parse({
    ...tiny.hall,
    terminals: PRINTERS.map((printer, nth) => ({
      id: TERMINAL_OF[printer],
      name: `${nth + 1} 号终端`,
      floor: '1',
      zone: '1A',
      printer,
      panel,
    })),
    printers: [
      { id: 'PR1', name: '1 号打印机', link: tcp('PR1'), mode: 'text' },
      { id: 'PR2', name: '2 号打印机', link: tcp('PR2'), mode: 'text' },
      { id: 'PR3', name: '3 号打印机', link: { kind: 'agent', terminal: 'K3', path: lent }, mode: 'text' },
      { id: 'PR4', name: '4 号打印机', link: tcp('PR4'), mode: 'text', answers: 'nothing' },
      { id: 'PR5', name: '5 号打印机', link: tcp('PR5'), mode: 'text' },
      { id: 'PR6', name: '6 号打印机', link: tcp('PR6'), mode: 'text' },
    ],
    panels: [
      { id: 'P1', name: '大门屏', width: 64, height: 16, card: { kind: 'bx6', link: simulated, colour: 'single' } },
    ],
    pads: [
      { id: 'PAD1', counter: '1', link: simulated, model: 'lit' },
      { id: 'PAD3', counter: '3', link: { kind: 'hid', at: 'K3', serial: 'SAME' }, model: 'lit' },
    ],
    scanners: [
      { id: 'SC1', terminal: 'K1', link: simulated },
      { id: 'SC2', terminal: 'K2', link: simulated },
    ],
    readers: [{ id: 'RD1', terminal: 'K1', enabled: true, link: simulated }],
    keypads: [{ id: 'KP1', terminal: 'K1', link: simulated }],
  })
  return buildHallModel(hall, [...tiny.matters.values()], true)
}
