import type { ManageView } from '../contract/manage.ts'
import type { House } from '../domain/house.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { emergencyView } from './emergency-view.ts'
import { noticeList } from './notice-view.ts'
import { hallHead } from './queue-view.ts'

export const manageView = (house: House, state: OfficeState, now: number): ManageView => ({
  hall: hallHead(house),
  emergency: emergencyView(state, now),
  emergencies: house.hall.emergencies,
  notices: noticeList(house, state, now),
  places: places(house.hall),
})

const places = ({ floors, screens, panels }: House['hall']): ManageView['places'] => [
  { target: { kind: 'hall' }, name: '全厅' },
  { target: { kind: 'terminals' }, name: '全部终端' },
  { target: { kind: 'phone' }, name: '手机' },
  ...screens.map(({ id, name }) => ({ target: { kind: 'screen' as const, id }, name })),
  ...panels.map(({ id, name }) => ({ target: { kind: 'panel' as const, id }, name })),
  ...floors.flatMap(({ id, name, zones }) => [
    { target: { kind: 'floor' as const, id }, name },
    ...zones.map((zone) => ({ target: { kind: 'zone' as const, id: zone.id }, name: `${name} ${zone.name}` })),
  ]),
]
