import type { Command } from '../../contract/commands.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { fillTemplate } from '../../contract/fill-template.ts'
import { freeAnnouncement } from '../../contract/free-announcement.ts'
import { layoutsOf } from './layouts-of.ts'

export type WallCommand = Extract<
  Command,
  { type: 'switch-layout' | 'announce' | 'stop-announcement' | 'reload-screen' | 'picture-screen' }
>

/** Orders of guides and supervisors to the walls: another layout, a free announcement, load anew, show staff what is on. */
export function runWall({ hall }: HallModel, { wall }: OfficeState, command: WallCommand, moment: Moment): Decision {
  if ('screenId' in command && !hall.screens.some(({ id }) => id === command.screenId))
    return refuse('unknown-screen', { screenId: command.screenId })
  switch (command.type) {
    case 'switch-layout': {
      const { screenId, layoutId } = command
      if (layoutId !== null && !layoutsOf(hall).has(layoutId)) return refuse('unknown-layout', { layoutId })
      return (wall.layouts.get(screenId) ?? null) === layoutId
        ? refuse('already-so')
        : accept([{ type: 'layout-switched', screenId, layoutId }])
    }
    case 'announce': {
      const own = hall.announcements.find(({ id }) => id === command.templateId)
      const free = own ? null : freeAnnouncement(command.templateId)
      const template = own ?? free
      if (!template) return refuse('unknown-announcement', { templateId: command.templateId })
      // Nobody is sent to a counter that is not there.
      const { counter } = command.slots
      if (free && counter !== undefined && !hall.counters.some(({ id }) => id === counter))
        return refuse('slot-not-filled', { slot: 'counter' })
      const filled = fillTemplate(template, command.slots)
      if (!filled.ok) return refuse('slot-not-filled', { slot: filled.slot })
      const same = wall.announcements.some(
        (one) => one.until > moment.now && one.text['zh-Hans'] === filled.text['zh-Hans'],
      )
      if (same) return refuse('announced-already')
      const { id: templateId, times, shownSeconds: seconds } = template
      const { text, spoken } = filled
      return accept([
        { type: 'announcement-made', announcementId: moment.newId(), templateId, text, spoken, times, seconds },
      ])
    }
    case 'stop-announcement': {
      const known = wall.announcements.some(
        (one) => one.announcementId === command.announcementId && one.until > moment.now,
      )
      return known
        ? accept([{ type: 'announcement-stopped', announcementId: command.announcementId }])
        : refuse('already-so')
    }
    case 'reload-screen':
      return accept([{ type: 'screen-reload-ordered', screenId: command.screenId }])
    case 'picture-screen':
      return accept([{ type: 'screen-picture-ordered', screenId: command.screenId, pictureId: moment.newId() }])
  }
}
