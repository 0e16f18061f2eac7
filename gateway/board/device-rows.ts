import type { Hall } from '../contract/hall.ts'
import { GATEWAY_ROW_ID, counterRowId, stripRowId } from '../domain/devices/device-ids.ts'
import { BACKUP, MAILS } from './backup-row.ts'
import type { DeviceRow } from './device-row.ts'
import { CALENDAR, CLOCK, RECORDS } from './records-rows.ts'
import { inputRows, placeName } from './input-rows.ts'

/** Every device that a hall has, in the order in which the board shows it. */
export function deviceRows(hall: Hall): DeviceRow[] {
  const place = (floor: string, zone: string): string => placeName(hall, floor, zone)
  const zones = (ids: readonly string[]): string =>
    ids
      .map(
        (id) =>
          hall.floors.flatMap((floor) =>
            floor.zones.filter((zone) => zone.id === id).map((zone) => `${floor.name} ${zone.name}`),
          )[0] ?? id,
      )
      .join('、')
  /** A printer stands where what prints on it stands. */
  const besidePrinter = (printerId: string): string =>
    [...hall.terminals, ...hall.guideDesks]
      .flatMap(({ name, printer }) => (printer === printerId ? [name] : []))
      .join('、')
  return [
    { id: GATEWAY_ROW_ID, kind: 'gateway', name: '主机', topic: null, where: '全厅' },
    { id: RECORDS, kind: 'gateway', name: '主机的记录', topic: null, where: '全厅' },
    { id: CLOCK, kind: 'gateway', name: '主机的时钟', topic: null, where: '全厅' },
    { id: CALENDAR, kind: 'gateway', name: '节假日', topic: null, where: '全厅' },
    { id: BACKUP, kind: 'gateway', name: '备份', topic: null, where: '全厅' },
    { id: MAILS, kind: 'gateway', name: '邮件', topic: null, where: '全厅' },
    ...hall.terminals.map(
      ({ id, name, floor, zone }): DeviceRow => ({
        id,
        kind: 'terminal',
        name,
        topic: `terminal:${id}`,
        where: place(floor, zone),
      }),
    ),
    ...hall.screens.map(
      (one): DeviceRow => ({
        id: one.id,
        kind: 'screen',
        name: one.name,
        topic: `screen:${one.id}`,
        where: zones(one.zones) || '全厅',
      }),
    ),
    ...hall.panels.map(({ id, name, card, zones: of, counter }): DeviceRow => {
      const stands = hall.counters.find((one) => one.id === counter)
      return {
        id,
        kind: 'panel',
        name,
        topic: card === null ? `panel:${id}` : null,
        where: stands ? place(stands.floor, stands.zone) : zones(of) || '全厅',
      }
    }),
    ...inputRows(hall, place),
    ...hall.printers.map(
      ({ id, name }): DeviceRow => ({ id, kind: 'printer', name, topic: null, where: besidePrinter(id) || name }),
    ),
    ...hall.counters.flatMap(({ id, floor, zone }): DeviceRow[] => [
      {
        id: counterRowId(id),
        kind: 'counter',
        name: `${id} 号窗口的电脑`,
        topic: `counter:${id}`,
        where: place(floor, zone),
      },
      { id: stripRowId(id), kind: 'strip', name: `${id} 号窗口的屏`, topic: `strip:${id}`, where: place(floor, zone) },
    ]),
  ]
}
