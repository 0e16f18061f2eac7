import type { Hall, Screen } from '../contract/hall.ts'
import { stockLayouts } from '../contract/stock-layouts.ts'
import type { WallLayout } from '../contract/wall-layout.ts'
import type { WallView } from '../contract/wall-view.ts'
import { layoutsOf } from '../domain/wall/layouts-of.ts'
import { type WallRows, wallRows } from '../contract/rows-by-distance.ts'
import type { WallState } from '../domain/wall/state.ts'
import type { Reading } from './reading.ts'

/** An order that nobody answered by then is forgotten: a screen that comes back tomorrow owes nobody a picture. */
const PICTURE_WITHIN_MS = 60_000
const [classic] = stockLayouts as [WallLayout]

/** The layout that hangs now: the switched one, else the folder's; one that was deleted since falls back. */
export function layoutNow(hall: Hall, wall: WallState, screen: Screen): WallLayout {
  const layouts = layoutsOf(hall)
  return layouts.get(wall.layouts.get(screen.id) ?? '') ?? layouts.get(screen.layout) ?? classic
}

/** How a screen looks and speaks. */
export function wallView(reading: Reading, screen: Screen): { wall: WallView; rows: WallRows } {
  const { hall } = reading.hallModel
  const { wall } = reading.state('wall')
  const layout = layoutNow(hall, wall, screen)
  const rows = wallRows(screen, layout)
  const picture = wall.pictures.get(screen.id)
  const { sound, scripts, reloadAt } = hall.wall
  return {
    rows,
    wall: {
      layout,
      part: screen.part,
      numberPx: rows.needed === null ? null : Math.round(rows.needed),
      sound: { ...sound, languages: screen.languages ?? sound.languages },
      scripts: { ...scripts, order: screen.scripts ?? scripts.order },
      announcements: wall.announcements
        .filter((one) => reading.isBefore(one.until))
        .map(({ announcementId, at, text, spoken, times, until }) => ({
          announcementId,
          at,
          rank: 'ordinary',
          text,
          spoken,
          times,
          until,
        })),
      reloadAt,
      orders: {
        reloadAt: wall.reloads.get(screen.id) ?? 0,
        pictureId: picture && reading.isBefore(picture.at + PICTURE_WITHIN_MS) ? picture.pictureId : null,
      },
    },
  }
}
