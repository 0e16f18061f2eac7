import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { AnnouncementView } from '../../gateway/contract/announcement.ts'
import type { ShownNotice } from '../../gateway/contract/notice.ts'
import { Icon } from '../shared/icons.tsx'
import { type Room, pagesOf } from './notice-pages.ts'
import { wordsIn } from './words.ts'
import { stopwatch } from '../../gateway/client/page-clock.ts'

const PAGE_MS = 12_000
/** Edges, icon, gaps; the count of the pages. In drawing pixels, as in lobby.css. */
const AROUND = 80 + 52 + 22
const COUNT = 210
const COUNT_NARROW = 110
const NARROW = 1300
/** Sizes of one line and of two. */
const ONE = 42
const TWO = 34

/** How much stands in a ticker: one large line, or two smaller ones. */
export function tickerRoom(width: number, height: number): { one: Room; two: Room; isNarrow: boolean } {
  const isNarrow = width < NARROW
  const free = width - AROUND - (isNarrow ? COUNT_NARROW : COUNT)
  return {
    one: { lines: 1, signs: free / ONE },
    two: { lines: height >= 2 * TWO * 1.15 ? 2 : 1, signs: free / TWO },
    isNarrow,
  }
}
interface Page {
  id: string
  text: string
  language: string
  small: boolean
  /** The last page of its notice: then it has been shown. */
  last: boolean
  nth: number
}
/** Every page of every text: Chinese, then English. A text that does not fit on one line stands on two smaller ones, and goes on by page. */
export function tickerPages(
  texts: readonly Pick<ShownNotice, 'id' | 'text' | 'textEn'>[],
  { one, two }: { one: Room; two: Room },
): Page[] {
  return texts.flatMap(({ id, text, textEn }, nth) => {
    const said = [{ language: 'zh-Hans', text }, ...(textEn === null ? [] : [{ language: 'en', text: textEn }])]
    const pages = said.flatMap(({ language, text: own }) => {
      const large = pagesOf(own, one)
      return large.length === 1
        ? [{ language, text: own, small: false }]
        : pagesOf(own, two).map((page) => ({ language, text: page, small: true }))
    })
    return pages.map((page, place) => ({ id, nth, last: place === pages.length - 1, ...page }))
  })
}

interface TickerProps {
  width: number
  height: number
  notices: readonly ShownNotice[]
  announcement: AnnouncementView | null
  /** Said instead of everything while the gateway is away. */
  stale: Pick<ShownNotice, 'text' | 'textEn'> | null
  now: number
  onPlayed: (id: string, seconds: number) => void
}

/** The foot of the wall: a spoken announcement, else the notices in turn. Nothing crawls: a page stands twelve seconds. */
export function Ticker({ width, height, notices, announcement, stale, now, onPlayed }: TickerProps): JSX.Element {
  const room = useMemo(() => tickerRoom(width, height), [width, height])
  const texts =
    stale !== null
      ? [{ id: '', ...stale }]
      : announcement !== null
        ? [{ id: '', text: announcement.text['zh-Hans'] ?? '', textEn: announcement.text.en ?? null }]
        : notices
  const pages = tickerPages(texts, room)
  // An announcement begins with its first page.
  const from =
    announcement !== null && stale === null ? Math.floor((now - announcement.at) / PAGE_MS) : Math.floor(now / PAGE_MS)
  const turn = Math.max(0, from) % Math.max(1, pages.length)
  const page = pages[turn]
  // One notice alone is proved page by page too, not only when it goes.
  const shown = `${page?.id ?? ''} ${from} ${page?.text ?? ''}`
  useEffect(() => {
    const shownFor = stopwatch()
    return () => {
      const all = pages.filter(({ id }) => id === page?.id).length
      if (page && page.id !== '' && page.last) onPlayed(page.id, Math.round((shownFor() / 1000) * all))
    }
  }, [shown])
  return (
    <>
      <Icon name={announcement !== null && stale === null ? 'speaker' : 'notice'} size={52} stroke={1.7} />
      <span class={page?.small ? 'two' : ''} lang={page?.language}>
        {page?.text ?? ''}
      </span>
      {texts.length > 1 && page && (
        <small>
          {room.isNarrow
            ? `${page.nth + 1} / ${texts.length}`
            : wordsIn(page.language === 'en')('notices', { page: page.nth + 1, pages: texts.length })}
        </small>
      )}
    </>
  )
}
