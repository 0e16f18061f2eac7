import { clockAt } from '../../gateway/contract/hall-time.ts'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { withFields } from '../../gateway/client/ask.ts'
import { getJson } from '../../gateway/client/get-json.ts'
import { mongolianWord } from '../shared/mongolian-word.ts'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { StripView } from '../../gateway/contract/display-views.ts'
import { closedWords } from '../../gateway/contract/closed-words.ts'
import { Icon } from '../shared/icons.tsx'
import { STALE_MS } from '../shared/stale.ts'
import { useLastView } from '../shared/last-view.ts'
import { useNow, useStage } from '../shared/use-stage.ts'
import { readReviewed, withReviewed } from '../shared/reviewed-scripts.ts'
import { BothWords } from './both-words.tsx'
import { fitWords, pagesOfNames } from './fit-words.ts'
import { say, sayBeside } from './words.ts'
/** The small screen over a counter: who comes now, who is next. */
export function Strip({ hall, id }: { hall: HallConnection; id: string }): JSX.Element {
  const { view: told, heardAt } = useLastView<StripView>(hall, `strip:${id}`, hall.view<StripView>(`strip:${id}`))
  const now = useNow(hall.now)
  const live = hall.view<StripView>(`strip:${id}`).value
  const age = hall.online.value && live !== null ? 0 : now - heardAt
  const stage = useStage(1280, 400)
  const isMongolian = told?.scripts.order.includes('mn-Mong') ?? false
  useEffect(() => {
    if (isMongolian)
      void getJson('/api/v1/hall', withFields<{ languages: string[] }>('languages')).then(
        ({ languages }) => readReviewed(['mn-Mong'], languages),
        () => {},
      )
  }, [isMongolian, hall.online.value])
  const view = told && { ...told, scripts: withReviewed(told.scripts, 'strip') }
  const columns = view ? standing(view) : []
  const unit = mongolianWord(view?.scripts ?? { order: [] }, view?.scripts.words.counterUnit)
  return (
    <main
      class={`strip ${age > STALE_MS ? 'stale' : ''} ${columns.length > 0 ? 'with-columns' : ''}`}
      style={{ ...stage, '--columns': columns.length, '--mong': view?.scripts.ratio ?? 1 }}
    >
      <h1 class={`counter ${unit === null ? '' : 'two-scripts'}`}>
        {unit !== null && <Standing words={[unit]} height={360} />}
        <b class={`num ${id.length > 2 ? 'three' : ''}`}>{id}</b>
        <span>{say('counter')}</span>
        <small class="num" lang="en">
          {sayBeside('counter')}
        </small>
      </h1>
      {columns.length > 0 && <Standing words={columns} height={360} />}
      {view && (
        <div class={`rest ${isBoth(view) ? 'both' : ''}`}>
          <header>
            <Names view={view} width={(view.accessible ? 700 : 930) - COLUMN * columns.length} now={now} />
            {view.accessible && (
              <small>
                <Icon name="wheelchair" size={40} /> <BothWords view={view} word="accessible" />
              </small>
            )}
          </header>
          <Plate view={view} />
          <footer>
            {age <= STALE_MS ? (
              <>
                {view.next !== null && view.state === 'open' && (
                  <span>
                    <BothWords view={view} word="next" /> <b class="num">{view.next}</b>
                  </span>
                )}
                {view.state !== 'closed' && (
                  <span>
                    <BothWords view={view} word="waiting" /> <b class="num">{view.waiting}</b>{' '}
                    <BothWords view={view} word="people" />
                  </span>
                )}
                {/* A view that was kept by an earlier page has no such field. */}
                {view.chief && (
                  <span class="chief">
                    <small>
                      {say('chief')}
                      {isBoth(view) && <span lang="en"> {sayBeside('chief')}</span>}
                    </small>
                    {view.chief}
                  </span>
                )}
              </>
            ) : (
              <span class="away">
                <BothWords view={view} word="away" values={{ clock: clockAt(heardAt, view.hall.timeZone) }} />
              </span>
            )}
          </footer>
        </div>
      )}
    </main>
  )
}

/** So many names beside one another; a counter for more than these has its own words in Chinese. */
const MOST_COLUMNS = 2
const COLUMN = 52

/** What is handled here in Mongolian, as far as the hall has confirmed it: all of it, or none. */
function standing({ scripts, queues }: StripView): string[] {
  const words = queues.flatMap((id) => mongolianWord(scripts, scripts.words.queues[id]) ?? [])
  return words.length === queues.length && words.length <= MOST_COLUMNS ? words : []
}

/** Columns from left to right; a long word becomes smaller before it is cut off. */
const Standing = ({ words, height }: { words: readonly string[]; height: number }): JSX.Element => (
  <div class="standing">
    {words.map((word) => (
      <span key={word} class="mong" lang="mn-Mong" style={{ '--longest': `${height / ([...word].length * 0.52)}px` }}>
        {word}
      </span>
    ))}
  </div>
)

/** English stands beside the Chinese on this hall's displays. */
const isBoth = ({ scripts }: StripView): boolean => scripts.order.includes('en')

const PAGE_MS = 12_000
const NAMES = { height: 84, sizes: [48, 42, 36, 32] }
const REASON = { width: 640, height: 176, sizes: [66, 60, 54, 48, 42, 36, 32] }

/** What is handled here, smaller or by page when it is much; in English in turn, where the hall has named all of it so. */
function Names({ view, width, now }: { view: StripView; width: number; now: number }): JSX.Element {
  const { queueName, queueNameEn } = view
  const pagesIn = (text: string, lang: string) =>
    pagesOfNames(text.split(' · '), width, NAMES.height, NAMES.sizes).map((page) => ({ ...page, lang }))
  const english = isBoth(view) && queueNameEn !== null ? pagesIn(queueNameEn, 'en') : []
  const pages = [...pagesIn(queueName, 'zh-Hans'), ...english]
  const page = pages[Math.floor(now / PAGE_MS) % pages.length]
  return (
    <span class="wrapped" lang={page?.lang} style={{ fontSize: `${page?.size}px` }}>
      {page?.text}
    </span>
  )
}

function Plate({ view }: { view: StripView }): JSX.Element {
  const { state, ticket, pauseReason, waiting, notNow } = view
  if (ticket?.state === 'called')
    return (
      <div class={`plate called ${ticket.number.length > 4 ? 'five' : ''}`}>
        <BothWords view={view} word="please" /> <b class="num">{ticket.number}</b>{' '}
        <BothWords view={view} word="comeHere" />
      </div>
    )
  if (ticket)
    return (
      <div class={`plate serving ${ticket.number.length > 4 ? 'five' : ''}`}>
        <BothWords view={view} word="serving" /> <b class="num">{ticket.number}</b>
      </div>
    )
  const isOver = !(state === 'paused' || (state === 'open' && waiting > 0))
  const ended = isOver ? closedWords(notNow) : null
  if (ended && ended.why !== 'last-ticket') {
    const english = isBoth(view) ? closedWords(notNow, true) : null
    return (
      <div class="plate ended">
        <span>{ended.state}</span>
        {ended.opens !== '' && <span>{ended.opens}</span>}
        {english && (
          <small lang="en">{[english.state, english.opens].filter((words) => words !== '').join('. ')}</small>
        )}
      </div>
    )
  }
  return (
    <div class="plate">
      {state === 'closed' && <BothWords view={view} word="closed" />}
      {state === 'open' && <BothWords view={view} word="wait" />}
      {state === 'paused' && <BothWords view={view} word="paused" />}
      {state === 'paused' && pauseReason && (
        <span
          class="wrapped"
          style={{ fontSize: `${fitWords(pauseReason, REASON.width, REASON.height, REASON.sizes) ?? 32}px` }}
        >
          {pauseReason}
        </span>
      )}
    </div>
  )
}
