import type { Notice } from '../domain/notices/state.ts'
import type { NoticesShown, NoticeView } from '../contract/notice.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { type HallTime, noticeStateAt } from '../domain/notices/notice-life.ts'
import { type Surface, noticesFor, standingBody } from '../domain/notices/notices-for.ts'
import type { OfficeState } from '../domain/office-state.ts'

export const noticeView = ({ id, body, by, approvedBy, changedAt, ...notice }: Notice, now: number): NoticeView => ({
  ...body,
  id,
  by,
  approvedBy,
  changedAt,
  standing: false,
  state: noticeStateAt({ id, body, by, approvedBy, changedAt, ...notice }, now),
})

/** All that staff look through, the newest first; those of the hall folder at the end. */
export const noticeList = (hallModel: HallModel, state: OfficeState, now: number): NoticeView[] => [
  ...[...state.notices.byId.values()].reverse().map((notice) => noticeView(notice, now)),
  ...hallModel.hall.notices.map(
    ({ id, text }): NoticeView => ({
      ...standingBody(text),
      id,
      state: 'live',
      standing: true,
      by: hallModel.hall.name,
      approvedBy: null,
      changedAt: 0,
    }),
  ),
]

/** Notices and media of the surface behind a topic; null for topics that show none. */
export function noticesOn(
  hallModel: HallModel,
  state: OfficeState,
  topic: string,
  time: HallTime,
): NoticesShown | null {
  const surface = surfaceOf(hallModel, topic)
  if (surface === null) return null
  const here = noticesFor(hallModel, state, surface, time)
  return {
    notices: here
      .filter(({ body }) => body.kind === 'text' || surface.kind === 'desk')
      .map(({ id, body: { text, textEn, placement } }) => ({ id, text, textEn, placement })),
    media: here.flatMap(({ id, body: { kind, mediaId, seconds, placement, text } }) =>
      kind === 'text' ? [] : [{ id, kind, url: `/media/${mediaId ?? ''}`, seconds, placement, text }],
    ),
  }
}

function surfaceOf({ hall }: HallModel, topic: string): Surface | null {
  const [kind, id = ''] = topic.split(':')
  switch (kind) {
    case 'screen':
    case 'panel': {
      const device = (kind === 'screen' ? hall.screens : hall.panels).find((one) => one.id === id)
      return device ? { kind, id, zones: device.zones } : null
    }
    case 'terminal': {
      const terminal = hall.terminals.find((one) => one.id === id)
      return terminal ? { kind, floor: terminal.floor, zone: terminal.zone } : null
    }
    case 'track':
      return { kind: 'phone' }
    case 'desk':
      return { kind }
    default:
      return null
  }
}
