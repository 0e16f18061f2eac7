import { plainNotice } from '../../contract/plain-notice.ts'
import type { Notice } from './state.ts'
import type { NoticeTarget } from '../../contract/notice.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { type HallTime, isOnAir } from './notice-life.ts'

/** A surface that shows notices. An empty list of zones on a screen or panel means the whole hall. */
export type Surface =
  | { kind: 'screen' | 'panel'; id: string; zones: readonly string[] }
  | { kind: 'terminal'; floor: string; zone: string }
  | { kind: 'phone' }
  | { kind: 'desk' }

/** Notices of the hall folder: always there, in the lowest place. */
const standing = (hallModel: HallModel): Notice[] =>
  hallModel.hall.notices.map(({ id, text }) => ({
    id,
    body: plainNotice(text),
    step: 'approved',
    by: hallModel.hall.name,
    wordsBy: hallModel.hall.name,
    approvedBy: null,
    changedAt: 0,
  }))

/**
 * What one surface shows now, first what ranks highest. In one placement the highest priority hides those below it; guides
 * see all, because visitors ask them about all.
 */
export function noticesFor(hallModel: HallModel, state: OfficeState, surface: Surface, time: HallTime): Notice[] {
  const own = [...state.notices.byId.values()].filter((notice) => isOnAir(notice, time))
  const here = [...own.reverse(), ...standing(hallModel)].filter(({ body }) =>
    body.targets.some((target) => reaches(hallModel, target, surface)),
  )
  const sorted = here.sort((one, other) => other.body.priority - one.body.priority)
  if (surface.kind === 'desk') return sorted
  const highest = new Map<string, number>()
  for (const { body } of sorted) if (!highest.has(body.placement)) highest.set(body.placement, body.priority)
  return sorted.filter(({ body }) => body.priority === highest.get(body.placement))
}

function reaches(hallModel: HallModel, target: NoticeTarget, surface: Surface): boolean {
  if (target.kind === 'hall' || surface.kind === 'desk') return true
  switch (target.kind) {
    case 'terminals':
      return surface.kind === 'terminal'
    case 'phone':
      return surface.kind === 'phone'
    case 'screen':
    case 'panel':
      return surface.kind === target.kind && surface.id === target.id
    case 'zone':
      return zonesOf(hallModel, surface).includes(target.id)
    case 'floor':
      return hallModel.hall.floors.some(
        ({ id, zones }) => id === target.id && zones.some((zone) => zonesOf(hallModel, surface).includes(zone.id)),
      )
  }
}

function zonesOf(hallModel: HallModel, surface: Surface): readonly string[] {
  switch (surface.kind) {
    case 'screen':
    case 'panel':
      return surface.zones.length > 0
        ? surface.zones
        : hallModel.hall.floors.flatMap(({ zones }) => zones.map(({ id }) => id))
    case 'terminal':
      return [surface.zone]
    case 'phone':
    case 'desk':
      return []
  }
}
