import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Alarm } from '../../../display/shared/board/alarms.ts'
import { DayCurve } from '../../../display/shared/board/day-curve.tsx'
import { say as sayBoard } from '../../../display/shared/board/words.ts'
import '../../../display/shared/board/board.css'
import { useSlowTick } from '../../shared/staff/ticking.tsx'
import type { SectionProps } from '../section-props.ts'
import { AlarmCard } from './alarm-card.tsx'
import { CamerasCard } from './cameras-card.tsx'
import { CounterDialog } from './counter-dialog.tsx'
import { CountersCard } from './counters-card.tsx'
import { DecideCard } from './decide-card.tsx'
import { DevicesCard } from './devices-card.tsx'
import { FiguresRow } from './figures-row.tsx'
import { QueueCard } from './queue-card.tsx'
import { QueueDialog } from './queue-dialog.tsx'
import { RatingsCard } from './ratings-card.tsx'
import { ScreensCard } from './screens-card.tsx'
import { type Board, useBoard } from './use-board.ts'
import { say } from './words.ts'
import './board-section.css'

const NARROW = 1_600
const largeCurve = { width: 1_068, height: 276, type: 15, line: 3.5 }
const smallCurve = { width: 818, height: 148, type: 14, line: 3 }

type Looked = { kind: 'queue' | 'counter'; id: string } | null

/** 总览: the hall as it is now, what is beyond a threshold, and what the supervisor has to decide. Everything leads to the thing itself. */
export function BoardSection(props: SectionProps): JSX.Element {
  const board = useBoard(props.hall)
  useSlowTick()
  if (board === null)
    return (
      <p class="manage-still" role="status">
        {say('reading')}
      </p>
    )
  return <WholeBoard {...props} board={board} />
}

function WholeBoard({ board, ...props }: SectionProps & { board: Board }): JSX.Element {
  const { hall, view, orders, open } = props
  const [looked, look] = useState<Looked>(null)
  const now = hall.now()
  const onQueue = (id: string): void => look({ kind: 'queue', id })
  const onCounter = (id: string): void => look({ kind: 'counter', id })
  const onDevice = (id: string): void => open('devices', { device: id })
  const onAlarm = ({ kind, about }: Alarm): void => {
    if (kind === 'case') open('lights', { case: about })
    else if (kind === 'device') onDevice(about)
    else if (kind === 'queue' || kind === 'counter') look({ kind, id: about })
    else location.assign('/guide/')
  }
  const counter = looked?.kind === 'counter' ? board.counters.get(looked.id) : undefined
  return (
    <div class="board">
      <FiguresRow board={board} now={now} open={open} onQueue={onQueue} />
      <section class="card board-curve" aria-label={say('curve.title')}>
        <div class="card-head">
          <h2>{say('curve.title')}</h2>
          <small>{say('curve.note')}</small>
          <span class="grow" />
          <small class="curve-legend">
            <i class="legend-line" />
            {sayBoard('curve.today')}
            {board.usual && board.usual.hall.length > 0 ? (
              <>
                <i class="legend-band" />
                {sayBoard(board.usual.demo ? 'curve.usualDemo' : 'curve.usual', { days: board.usual.days })}
              </>
            ) : (
              board.usual && <span>{sayBoard('curve.unknown')}</span>
            )}
          </small>
        </div>
        <div class="curve-inside">
          <DayCurve
            view={board.view}
            usual={board.usual}
            now={now}
            look={innerWidth < NARROW ? smallCurve : largeCurve}
          />
        </div>
      </section>
      <QueueCard board={board} onQueue={onQueue} />
      <AlarmCard board={board} onAlarm={onAlarm} onAll={() => open('lights')} />
      <CountersCard board={board} onCounter={onCounter} />
      <RatingsCard board={board} open={open} />
      <DecideCard hall={hall} orders={orders} open={open} board={board} onQueue={onQueue} />
      <DevicesCard board={board} onDevice={onDevice} />
      <ScreensCard hall={hall} view={view} orders={orders} open={open} />
      {view.cameras.length > 0 && <CamerasCard cameras={view.cameras} />}
      {looked?.kind === 'queue' && (
        <QueueDialog
          {...props}
          key={looked.id}
          board={board}
          queueId={looked.id}
          onCounter={onCounter}
          onClose={() => look(null)}
        />
      )}
      {counter && (
        <CounterDialog hall={hall} orders={orders} board={board} counter={counter} onClose={() => look(null)} />
      )}
    </div>
  )
}
