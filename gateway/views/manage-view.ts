import type { ManageView } from '../contract/manage.ts'
import type { HallModel } from '../domain/hall-model.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { layoutsOf } from '../domain/wall/layouts-of.ts'
import { emergencyView } from './emergency-view.ts'
import { noticeList } from './notice-view.ts'
import { hallHead } from './queue-view.ts'
import { layoutNow } from './wall-view.ts'

export const manageView = (hallModel: HallModel, state: OfficeState, now: number): ManageView => ({
  hall: hallHead(hallModel),
  emergency: emergencyView(state, now),
  emergencies: hallModel.hall.emergencies,
  notices: noticeList(hallModel, state, now),
  noticeTemplates: hallModel.hall.noticeTemplates,
  places: places(hallModel.hall),
  screens: hallModel.hall.screens.map((screen) => ({
    id: screen.id,
    name: screen.name,
    voice: screen.voice,
    layoutId: layoutNow(hallModel.hall, state.wall, screen).id,
    switched: state.wall.layouts.has(screen.id),
  })),
  layouts: [...layoutsOf(hallModel.hall).values()].map(({ id, name }) => ({ id, name })),
})

const places = ({ floors, screens, panels }: HallModel['hall']): ManageView['places'] => [
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
