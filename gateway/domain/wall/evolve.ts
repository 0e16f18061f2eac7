import type { WallEvent } from './events.ts'
import type { WallState } from './state.ts'

const ANNOUNCEMENTS_KEPT = 20

/** Works in place, like all of evolve. `at`: epoch ms of the event. */
export function evolveWall(wall: WallState, event: WallEvent & { at: number }): void {
  switch (event.type) {
    case 'layout-switched':
      if (event.layoutId === null) wall.layouts.delete(event.screenId)
      else wall.layouts.set(event.screenId, event.layoutId)
      return
    case 'announcement-made': {
      const { announcementId, templateId, text, spoken, times, seconds, at } = event
      const made = { announcementId, templateId, at, text, spoken, times, until: at + seconds * 1000 }
      wall.announcements = [...wall.announcements, made].slice(-ANNOUNCEMENTS_KEPT)
      return
    }
    case 'announcement-stopped':
      wall.announcements = wall.announcements.filter(({ announcementId }) => announcementId !== event.announcementId)
      return
    case 'screen-reload-ordered':
      wall.reloads.set(event.screenId, event.at)
      return
    case 'screen-picture-ordered':
      wall.pictures.set(event.screenId, { pictureId: event.pictureId, at: event.at })
      return
  }
}
