import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { HallConnection } from '../../gateway/client/connect.ts'
import { every, ticks } from '../../gateway/client/page-clock.ts'
import type { RatingView } from '../../gateway/contract/rating-view.ts'
import { Mark } from '../../display/shared/icons.tsx'
import { language } from '../../display/shared/page-words.ts'
import { useStage } from '../../display/shared/use-stage.ts'
import { say } from '../shared/rating/words.ts'
import { AskScreen } from './ask-screen.tsx'
import { FollowedScreen } from './followed-screen.tsx'
import { HomeScreen } from './home-screen.tsx'
import { LowScreen } from './low-screen.tsx'
import { type Press, type Screen, WAITS, isTold, nextRatingScreen } from './next-rating-screen.ts'
import { ratingOutbox } from './rating-outbox.ts'
import { ThanksScreen } from './thanks-screen.tsx'

/** The tablet beside a counter, drawn at 1280×800 and scaled as one piece. Goes on by itself while the gateway is away for a moment. */
export function RatingPage({ hall, view }: { hall: HallConnection; view: RatingView }): JSX.Element {
  const screen = useSignal<Screen>({ name: 'home' })
  const touchedAt = useSignal(ticks())
  const seconds = useSignal(0)
  const outbox = useMemo(() => ratingOutbox(view.counterId), [view.counterId])
  const { transform } = useStage(1280, 800)
  /** Visits that were asked about once; none is asked about again by itself. */
  const asked = useMemo(() => new Set<string>(), [])

  function press(one: Press): void {
    const before = screen.value
    if (one.type === 'grade' && before.name === 'asking') outbox.grade(before.visit, one.stars)
    if (one.type === 'submit' && before.name === 'low' && isTold(before.told))
      void outbox.tell(before.visit, before.told).then((code) => {
        if (code !== null) press({ type: 'code', code })
      })
    const next = nextRatingScreen(before, one)
    if (one.type !== 'quiet') touchedAt.value = ticks()
    if (next.name === 'home' && before.name !== 'home') language.value = 'zh-Hans'
    screen.value = next
    tick()
  }
  function tick(): void {
    seconds.value = Math.max(0, Math.ceil((WAITS[screen.value.name] - (ticks() - touchedAt.value)) / 1_000))
  }
  useEffect(() => {
    const touch = (): void => {
      // 改一下 lasts eight seconds whatever else is touched.
      if (screen.value.name !== 'thanks') touchedAt.value = ticks()
      tick()
    }
    addEventListener('pointerdown', touch)
    addEventListener('keydown', touch)
    const stop = every(250, () => {
      const ms = ticks() - touchedAt.value
      if (ms >= WAITS[screen.value.name]) press({ type: 'quiet', ms })
      else tick()
    })
    return () => {
      stop()
      removeEventListener('pointerdown', touch)
      removeEventListener('keydown', touch)
    }
  }, [])
  const { visit } = view
  const offered = visit && visit.stars === null ? visit : null
  useEffect(() => {
    if (!offered || asked.has(offered.ticketId) || screen.value.name === 'low') return
    asked.add(offered.ticketId)
    press({ type: 'visit', visit: offered })
  }, [offered?.ticketId, screen.value.name])

  const now = screen.value
  return (
    <div class="tablet" style={{ transform }} lang={language.value}>
      <header class="tablet-head">
        <Mark size={60} />
        <span class="serif">{language.value === 'en' ? view.hall.nameEn : view.hall.name}</span>
        <span class="grow" />
        {!hall.online.value && (
          <span class="tablet-away" role="status">
            {say(outbox.isWaiting.value ? 'sending' : 'away')}
          </span>
        )}
        <span class="tablet-place">{say('counter', { id: view.counterId })}</span>
        {'visit' in now && (
          <>
            <i class="tablet-rule" />
            <b class="num">{now.visit.number}</b>
            <span class="tablet-place">{say('done')}</span>
          </>
        )}
      </header>
      <ScreenOf screen={now} press={press} seconds={seconds.value} offered={offered} />
    </div>
  )
}

function ScreenOf({
  screen,
  press,
  seconds,
  offered,
}: {
  screen: Screen
  press: (one: Press) => void
  seconds: number
  offered: RatingView['visit']
}): JSX.Element {
  switch (screen.name) {
    case 'home':
      return <HomeScreen offered={offered} press={press} />
    case 'asking':
      return <AskScreen press={press} seconds={seconds} />
    case 'low':
      return <LowScreen screen={screen} press={press} seconds={seconds} />
    case 'thanks':
      return <ThanksScreen stars={screen.stars} press={press} seconds={seconds} />
    case 'followed':
      return <FollowedScreen code={screen.code} press={press} />
  }
}
