import type { ManageView } from '../contract/manage.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { layoutsOf } from '../domain/wall/layouts-of.ts'
import { consultationsShown } from './consultations-view.ts'
import { emergencyShown } from './emergency-view.ts'
import { escalationsOpen } from './escalation-view.ts'
import { noticeList } from './notice-view.ts'
import { hallHead } from './queue-view.ts'
import type { Reading } from './reading.ts'
import { layoutNow } from './wall-view.ts'

export const manageView = (reading: Reading): ManageView => {
  const { hallModel } = reading
  const { wall } = reading.state('wall')
  return {
    hall: hallHead(hallModel),
    emergency: emergencyShown(reading),
    emergencies: hallModel.hall.emergencies,
    consultations: consultationsShown(reading),
    escalations: escalationsOpen(reading),
    notices: noticeList(reading),
    secondApprover: hallModel.hall.secondApprover,
    noticeTemplates: hallModel.hall.noticeTemplates,
    places: places(hallModel.hall),
    screens: hallModel.hall.screens.map((screen) => ({
      id: screen.id,
      name: screen.name,
      voice: screen.voice,
      layoutId: layoutNow(hallModel.hall, wall, screen).id,
      switched: wall.layouts.has(screen.id),
    })),
    layouts: [...layoutsOf(hallModel.hall).values()].map(({ id, name }) => ({ id, name })),
    cameras: hallModel.hall.cameras.tiles,
  }
}

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
