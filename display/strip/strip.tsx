import type { JSX } from 'preact'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { StripView } from '../../gateway/contract/views.ts'
import { Icon } from '../../kiosk/shared/icons.tsx'
import { useStage } from '../shared/use-stage.ts'

const words = {
  counter: '号窗口',
  accessible: '无障碍',
  come: ['请', '到这里来'],
  serving: '正在办理',
  wait: '请稍候',
  closed: '窗口未开',
  paused: '暂停',
  next: '下一位',
  waiting: '等候',
  people: '人',
  away: '正在重连，叫号请听广播',
} as const

/** The small screen over a counter: who comes now, who is next. */
export function Strip({ hall, id }: { hall: HallConnection; id: string }): JSX.Element {
  const view = hall.view<StripView>(`strip:${id}`).value
  const stage = useStage(1280, 400)
  return (
    <div class="strip" style={stage}>
      <div class="counter">
        <b class={`num ${id.length > 2 ? 'three' : ''}`}>{id}</b>
        <span>{words.counter}</span>
        <small class="num">Counter</small>
      </div>
      {view && (
        <div class="rest">
          <header>
            <span>{view.queueName}</span>
            {view.accessible && (
              <small>
                <Icon name="wheelchair" size={40} /> {words.accessible}
              </small>
            )}
          </header>
          <Plate view={view} />
          <footer>
            {hall.online.value ? (
              <>
                {view.next !== null && (
                  <span>
                    {words.next} <b class="num">{view.next}</b>
                  </span>
                )}
                <span>
                  {words.waiting} <b class="num">{view.waiting}</b> {words.people}
                </span>
              </>
            ) : (
              <span class="away">{words.away}</span>
            )}
          </footer>
        </div>
      )}
    </div>
  )
}

function Plate({ view: { state, ticket, pauseReason } }: { view: StripView }): JSX.Element {
  if (ticket?.state === 'called')
    return (
      <div class={`plate called ${ticket.number.length > 4 ? 'five' : ''}`}>
        {words.come[0]} <b class="num">{ticket.number}</b> {words.come[1]}
      </div>
    )
  if (ticket)
    return (
      <div class={`plate serving ${ticket.number.length > 4 ? 'five' : ''}`}>
        {words.serving} <b class="num">{ticket.number}</b>
      </div>
    )
  return (
    <div class="plate">
      {state === 'closed' ? words.closed : state === 'paused' ? [words.paused, ...(pauseReason ? [pauseReason] : [])].join(' · ') : words.wait}
    </div>
  )
}
