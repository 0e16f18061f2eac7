import type { ShownMedia, ShownNotice } from '../../gateway/contract/notice.ts'
import type { WallLayout, ZoneKind } from '../../gateway/contract/wall-layout.ts'

export interface Placed {
  /** One line at the foot. */
  ticker: readonly ShownNotice[]
  /** Beside the calls, by the zone that takes them. */
  beside: ReadonlyMap<ZoneKind, { notices: readonly ShownNotice[]; media: readonly ShownMedia[] }>
  /** Over the whole wall. */
  full: { notices: readonly ShownNotice[]; media: readonly ShownMedia[] }
}
const forText: readonly ZoneKind[] = ['notices', 'media', 'waiting', 'load']
const forMedia: readonly ZoneKind[] = ['media', 'notices', 'waiting', 'load']

/**
 * Where each notice stands on a layout. Beside the calls stand the zones made for it; where a layout has none, the list of the queues gives up its
 * place in turn; where there is nothing beside the calls at all, the words stand in the ticker. `media` there says what it shows.
 */
export function placed(
  { zones }: Pick<WallLayout, 'zones'>,
  notices: readonly ShownNotice[],
  media: readonly ShownMedia[],
): Placed {
  const has = (kind: ZoneKind): boolean => zones.some((zone) => zone.kind === kind)
  const [textIn, mediaIn] = [forText.find(has), forMedia.find(has)]
  const sideText = notices.filter(({ placement }) => placement === 'side')
  const sideMedia = media.filter(({ placement }) => placement !== 'full')
  const inWords =
    mediaIn === undefined
      ? sideMedia.map(({ id, text }): ShownNotice => ({ id, text, textEn: null, placement: 'ticker' }))
      : []
  const beside = new Map<ZoneKind, { notices: readonly ShownNotice[]; media: readonly ShownMedia[] }>()
  for (const kind of new Set([textIn, mediaIn]))
    if (kind !== undefined)
      beside.set(kind, { notices: kind === textIn ? sideText : [], media: kind === mediaIn ? sideMedia : [] })
  return {
    ticker: [
      ...notices.filter(({ placement }) => placement === 'ticker'),
      ...(textIn === undefined ? sideText : []),
      ...inWords,
    ],
    beside,
    full: {
      notices: notices.filter(({ placement }) => placement === 'full'),
      media: media.filter(({ placement }) => placement === 'full'),
    },
  }
}
