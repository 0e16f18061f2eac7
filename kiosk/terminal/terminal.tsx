import { clockAt } from '../../gateway/contract/hall-time.ts'
import { useComputed, useSignal, useSignalEffect, untracked } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { HallConnection } from '../../gateway/client/connect.ts'
import { Mark } from '../../display/shared/icons.tsx'
import { Dock } from './dock.tsx'
import { Behind, CardDialog, ElderDock, readBehind } from './read-behind.ts'
import { forgetGuides } from './guide/guides.ts'
import { entries, facts, readFacts } from './hall-facts.ts'
import { HomeScreen } from './home-screen.tsx'
import { type Idle, idleAfter, questionSeconds } from './idle.ts'
import { IdleDialog } from './idle-dialog.tsx'
import { allChecked } from '../../display/shared/checked-words.ts'
import { keepOffline } from './offline/keep-offline.ts'
import { OwnComputerLine } from './own-computer/own-computer-line.tsx'
import { followEditor } from './preview/follow-editor.ts'
import { readNote } from './read/read-note.ts'
import { useReadAloud } from './read/use-read-aloud.ts'
import { ScanNote } from './scan/scan-note.tsx'
import { useDevices } from './scan/use-devices.ts'
import { type Session, openSession } from './session.ts'
import { LOW_TOUCH_LINE, USUAL_TOUCH_LINE, touchLine } from './touch-line.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { dateIn } from '../../display/shared/use-stage.ts'
import { language } from '../../display/shared/page-words.ts'
import { say } from './words.ts'
import { every, ticks } from '../../gateway/client/page-clock.ts'

/** The whole terminal: drawn at its real size, then scaled to the window as one piece. */
export function Terminal({ hall, id }: { hall: HallConnection; id: string }): JSX.Element {
  const session = useMemo(() => openSession(hall, id), [hall, id])
  const stage = useSignal(fit())
  const quiet = useSignal(0)
  const idleNow = (): Idle =>
    idleAfter(quiet.value, {
      numberShown: session.where.value.value === 'ticket',
      elder: session.elder.value,
    })
  const catalogue = useComputed(() => session.terminal.value?.catalogue ?? null)
  const reads = useRef(0)
  useSignalEffect(() => {
    // Also when the gateway is away: the terminal's own cache answers then.
    const online = hall.online.value
    // Read again when matters were imported.
    void catalogue.value
    // What these look at on their way is no reason to read the catalogue again.
    untracked(() => {
      reads.current += 1
      const own = reads.current
      void readFacts()
        .then(() => readBehind(() => own === reads.current))
        .then((isRead) => isRead && online && keepOffline(entries.peek()))
        .catch(() => {})
      if (online) forgetGuides()
    })
  })
  useEffect(() => followEditor(session), [session])
  // Screen readers, and the gateway's refusals, follow it.
  useSignalEffect(() => {
    document.documentElement.lang = language.value
  })
  useEffect(() => {
    const refit = (): void => void (stage.value = fit())
    const stop = every(500, () => {
      quiet.value = ticks() - session.touchedAt.value
      // At home with nothing said there is nothing to wipe.
      if (!session.isBegun.value) session.touch()
      else if (idleNow().name === 'over') session.leave()
    })
    const touch = (event: Event): void => {
      // Inside the question the buttons answer: a dialog that goes at the first touch would swallow 结束.
      if (event.target instanceof Element && event.target.closest('[role="alertdialog"]')) return
      session.touch()
      quiet.value = 0
    }
    addEventListener('resize', refit)
    addEventListener('pointerdown', touch)
    addEventListener('keydown', touch)
    return () => {
      stop()
      removeEventListener('resize', refit)
      removeEventListener('pointerdown', touch)
      removeEventListener('keydown', touch)
    }
  }, [session])

  const idle = idleNow()
  const reading = useReadAloud(session, idle.name === 'asking' && session.isBegun.value)
  const note = useDevices(session, reading)
  const { wide, scale, left, top } = stage.value
  const line = session.terminal.value ? touchLine(session.terminal.value.terminal) : USUAL_TOUCH_LINE
  const low = session.low.value && !wide
  if (hall.access.value === 'refused') return <Unknown id={id} />
  return (
    <div
      class={`stage ${wide ? 'wide' : 'tall'} ${session.look.value}`}
      lang={language.value === 'en' ? 'en' : 'zh-Hans'}
      style={{
        transform: `translate(${left}px, ${top}px) scale(${scale})`,
        '--touch-line': `${low ? Math.max(line, LOW_TOUCH_LINE) : line}px`,
      }}
    >
      <Bar session={session} id={id} />
      <Screen session={session} wide={wide} />
      <ScanNote words={note.value ?? readNote(session.aloud)} />
      {session.elder.value ? (
        <ElderDock session={session} wide={wide} reading={reading} />
      ) : (
        <Dock session={session} wide={wide} reading={reading} />
      )}
      {session.card.question.value !== null && <CardDialog card={session.card} />}
      {idle.name === 'asking' && session.isBegun.value && (
        <IdleDialog
          seconds={idle.seconds}
          of={questionSeconds(session.elder.value)}
          onStay={() => {
            session.touch()
            quiet.value = 0
          }}
          onFinish={() => session.leave()}
        />
      )}
    </div>
  )
}

function Screen({ session, wide }: { session: Session; wide: boolean }): JSX.Element {
  const isFirst = session.where.value.value === 'home' && !session.elder.value && language.value !== 'mn-Mong'
  return isFirst ? <HomeScreen session={session} wide={wide} /> : <Behind session={session} wide={wide} />
}

function Bar({ session, id }: { session: Session; id: string }): JSX.Element {
  const now = useSignal(session.hall.now())
  useEffect(() => {
    return every(1000, () => void (now.value = session.hall.now()))
  }, [])
  const head = session.terminal.value?.hall ?? facts.value
  const zone = { timeZone: head?.timeZone ?? 'Asia/Shanghai' }
  const { hall } = session
  const isAway = session.isAway.value && hall.access.value !== 'refused'
  return (
    <header class={`bar ${isAway ? 'away' : ''}`}>
      <Mark size={84} />
      <div class="hall">
        <div class="serif hall-name">{head?.name ?? ''}</div>
        {session.paused.value && session.hall.online.value ? (
          <div class="paused" role="status">
            <Icon name="printer" size={34} />
            <b>{say('pausedHere')}</b>
            {say('pausedHint')}
          </div>
        ) : (
          <div class="num hall-en">
            {language.value === 'mn-Mong' && !allChecked.value ? say('mongolFallback') : (head?.nameEn ?? '')}
          </div>
        )}
      </div>
      {isAway && (
        <div class="offline" role="status">
          <Icon name="warning" size={46} />
          <p>
            <b>{say('offline')}</b> <span>{say('offlineHint')}</span>
            <OwnComputerLine id={id} />
          </p>
        </div>
      )}
      <div class="clock">
        <div class="num">{clockAt(now.value, zone.timeZone)}</div>
        <div class="date">
          {language.value === 'en'
            ? new Intl.DateTimeFormat('en-GB', { ...zone, month: 'long', day: 'numeric', weekday: 'long' }).format(
                now.value,
              )
            : dateIn(zone.timeZone, now.value)}
        </div>
      </div>
    </header>
  )
}

/** A terminal that nobody let in shows the code by which that is done; it goes on by itself when its own computer gives it a token. */
function Unknown({ id }: { id: string }): JSX.Element {
  const [Page, setPage] = useState<typeof import('../shared/enrol/enrol-page.tsx').EnrolPage | null>(null)
  useEffect(() => void import('../shared/enrol/enrol-page.tsx').then((part) => setPage(() => part.EnrolPage)), [])
  return Page ? <Page kind="terminal" wished={id} go={(address) => location.replace(address)} /> : <main />
}

function fit(): { wide: boolean; scale: number; left: number; top: number } {
  const wide = innerWidth > innerHeight
  const [width, height] = wide ? [1920, 1080] : [1080, 1920]
  const scale = Math.min(innerWidth / width, innerHeight / height)
  return { wide, scale, left: (innerWidth - width * scale) / 2, top: (innerHeight - height * scale) / 2 }
}
