import { clockAt } from '../../gateway/contract/hall-time.ts'
import type { JSX } from 'preact'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { StripView } from '../../gateway/contract/display-views.ts'
import { closedWords } from '../../gateway/contract/closed-words.ts'
import { Icon } from '../shared/icons.tsx'
import { STALE_MS } from '../shared/stale.ts'
import { useLastView } from '../shared/last-view.ts'
import { useNow, useStage } from '../shared/use-stage.ts'
import { fitWords, pagesOfNames } from './fit-words.ts'
import { say } from './words.ts'
/** The small screen over a counter: who comes now, who is next. */
export function Strip({ hall, id }: { hall: HallConnection; id: string }): JSX.Element {
  const { view, heardAt } = useLastView<StripView>(hall, `strip:${id}`, hall.view<StripView>(`strip:${id}`))
  const now = useNow(hall.now)
  const live = hall.view<StripView>(`strip:${id}`).value
  const age = hall.online.value && live !== null ? 0 : now - heardAt
  const stage = useStage(1280, 400)
  return (
    <div class={`strip ${age > STALE_MS ? 'stale' : ''}`} style={stage}>
      <div class="counter">
        <b class={`num ${id.length > 2 ? 'three' : ''}`}>{id}</b>
        <span>{say('counter')}</span>
        <small class="num">Counter</small>
      </div>
      {view && (
        <div class="rest">
          <header>
            <Names text={view.queueName} width={view.accessible ? 700 : 930} now={now} />
            {view.accessible && (
              <small>
                <Icon name="wheelchair" size={40} /> {say('accessible')}
              </small>
            )}
          </header>
          <Plate view={view} />
          <footer>
            {age <= STALE_MS ? (
              <>
                {view.next !== null && view.state === 'open' && (
                  <span>
                    {say('next')} <b class="num">{view.next}</b>
                  </span>
                )}
                {view.state !== 'closed' && (
                  <span>
                    {say('waiting')} <b class="num">{view.waiting}</b> {say('people')}
                  </span>
                )}
              </>
            ) : (
              <span class="away">{say('away', { clock: clockAt(heardAt, view.hall.timeZone) })}</span>
            )}
          </footer>
        </div>
      )}
    </div>
  )
}

const PAGE_MS = 12_000
const NAMES = { height: 84, sizes: [48, 42, 36, 32] }
const REASON = { width: 640, height: 176, sizes: [66, 60, 54, 48, 42, 36, 32] }

/** What is handled here, smaller or by page when it is much. */
function Names({ text, width, now }: { text: string; width: number; now: number }): JSX.Element {
  const pages = pagesOfNames(text.split(' · '), width, NAMES.height, NAMES.sizes)
  const page = pages[Math.floor(now / PAGE_MS) % pages.length]
  return (
    <span class="wrapped" style={{ fontSize: `${page?.size}px` }}>
      {page?.text}
    </span>
  )
}

function Plate({ view: { state, ticket, pauseReason, waiting, notNow } }: { view: StripView }): JSX.Element {
  if (ticket?.state === 'called')
    return (
      <div class={`plate called ${ticket.number.length > 4 ? 'five' : ''}`}>
        {say('please')} <b class="num">{ticket.number}</b> {say('comeHere')}
      </div>
    )
  if (ticket)
    return (
      <div class={`plate serving ${ticket.number.length > 4 ? 'five' : ''}`}>
        {say('serving')} <b class="num">{ticket.number}</b>
      </div>
    )
  const ended = state === 'paused' || (state === 'open' && waiting > 0) ? null : closedWords(notNow)
  if (ended && ended.why !== 'last-ticket')
    return (
      <div class="plate ended">
        <span>{ended.state}</span>
        {ended.opens !== '' && <span>{ended.opens}</span>}
      </div>
    )
  return (
    <div class="plate">
      {state === 'closed' && say('closed')}
      {state === 'open' && say('wait')}
      {state === 'paused' && <span>{say('paused')}</span>}
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
