import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Slide } from './notice-pages.ts'
import { after, stopwatch, ticks } from '../../gateway/client/page-clock.ts'

/** What has not come by then is passed over: a picture that never loads must not leave a hole. */
const LOAD_WITHIN_MS = 8_000
/** A broken one is tried again later; it may have been mended. */
const AGAIN_MS = 600_000
/** How long the zone shows its own between the slides. */
const OWN_SECONDS = 12

export type Broken = 'load' | 'late' | 'play'
interface SlidesProps {
  slides: readonly Slide[]
  /** What the zone shows in turn with the slides, and whenever there are none; null = it is there for slides alone. */
  own: JSX.Element | null
  /** Stands there when nothing else does. */
  idle: JSX.Element | null
  onPlayed: (id: string, seconds: number) => void
  onBroken: (id: string, why: Broken) => void
}

/** Notices in turn: pages of text, pictures, films. One that does not work is skipped and reported; nothing stands longer than its time. */
export function Slides({ slides, own, idle, onPlayed, onBroken }: SlidesProps): JSX.Element | null {
  const turn = useSignal(0)
  const broken = useSignal<Readonly<Record<string, number>>>({})
  const loaded = useSignal('')
  const sound = slides.filter(
    (slide) => slide.kind === 'text' || ticks() - (broken.value[keyOf(slide)] ?? Number.NEGATIVE_INFINITY) > AGAIN_MS,
  )
  const row: (Slide | null)[] = own === null ? sound : [null, ...sound]
  const slide = row[turn.value % Math.max(1, row.length)] ?? null
  // A film begins anew in each turn; a picture that follows itself stays.
  const key = slide === null ? 'own' : slide.kind === 'video' ? `${keyOf(slide)} ${turn.value}` : keyOf(slide)
  const next = (): void => void (turn.value += 1)
  const skip = (why: Broken): void => {
    if (slide === null) return
    broken.value = { ...Object.fromEntries(Object.entries(broken.value).slice(-20)), [keyOf(slide)]: ticks() }
    onBroken(slide.id, why)
  }
  useEffect(() => {
    if (row.length === 0) return
    const shownFor = stopwatch()
    const isMedia = slide !== null && slide.kind !== 'text'
    const stopWaiting = isMedia ? after(LOAD_WITHIN_MS, () => loaded.value !== key && skip('late')) : () => {}
    const stopShowing = after(Math.max(2, slide?.seconds ?? OWN_SECONDS) * 1000, next)
    return () => {
      stopWaiting()
      stopShowing()
      // Pages of one text are one showing.
      if (slide !== null && slide.page === slide.pages - 1 && (!isMedia || loaded.value === key))
        onPlayed(slide.id, Math.round((shownFor() / 1000) * slide.pages))
    }
  }, [key, turn.value])
  if (slide === null) return own ?? (idle && <div class="load">{idle}</div>)
  const ready = (): void => void (loaded.value = key)
  switch (slide.kind) {
    case 'text':
      return <TextPage slide={slide} />
    case 'video':
      return (
        <Captioned key={key} slide={slide}>
          <video
            src={slide.url}
            autoPlay
            muted
            playsInline
            onLoadedData={ready}
            onEnded={next}
            onError={() => skip(loaded.value === key ? 'play' : 'load')}
          />
        </Captioned>
      )
    case 'image':
    case 'page':
      return (
        <Captioned key={key} slide={slide}>
          <img src={slide.url} alt="" onLoad={ready} onError={() => skip('load')} />
        </Captioned>
      )
  }
}

/** A picture or a film with what it says below: whoever stands far away, or cannot see it, reads or hears the words. */
const Captioned = ({ slide, children }: { slide: { text: string }; children: JSX.Element }): JSX.Element => (
  <figure class="slide captioned">
    {children}
    <figcaption>{slide.text}</figcaption>
  </figure>
)

const TextPage = ({
  slide: { text, textEn, page, pages },
}: {
  slide: Extract<Slide, { kind: 'text' }>
}): JSX.Element => (
  <div class="slide text">
    {text !== '' && <p>{text}</p>}
    {textEn !== null && <p lang="en">{textEn}</p>}
    {pages > 1 && (
      <small class="num">
        {page + 1} / {pages}
      </small>
    )}
  </div>
)

const keyOf = (slide: Slide): string =>
  slide.kind === 'text' ? `${slide.id} ${slide.page} ${slide.text}${slide.textEn ?? ''}` : `${slide.id} ${slide.url}`
