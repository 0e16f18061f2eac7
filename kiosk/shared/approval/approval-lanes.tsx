import type { ComponentChildren, JSX } from 'preact'
import type { ApprovalLegView, ApprovalView } from '../../../gateway/contract/approvals.ts'
import { Light, type LightName } from '../staff/marks.tsx'
import { type LaneScale, laneScale } from './lane-scale.ts'
import { legSegments } from './leg-segments.ts'
import { legNoteWords, legStateWords, say, shortDay } from './words.ts'

interface Props {
  approval: ApprovalView
  /** What can be done with a leg; null = nothing. */
  actionsOf?: (leg: ApprovalLegView) => ComponentChildren
}
const lightOf = ({ stage, light }: ApprovalLegView): LightName =>
  stage === 'asked' && light !== 'red'
    ? 'paused'
    : stage === 'approved' || light === 'green'
      ? 'ok'
      : light === 'red'
        ? 'fault'
        : light === 'paused'
          ? 'paused'
          : 'warning'
const at = (percent: number): string => `${percent.toFixed(3)}%`

/** One acceptance as a spine, a lane for each department, the joint promise dashed, one delivery at the foot. */
export function ApprovalLanes({ approval, actionsOf = () => null }: Props): JSX.Element {
  const scale = laneScale(approval.days)
  return (
    <div class="lanes" style={{ '--spine': at(scale.endOf(approval.acceptedOn)) }}>
      <Heads approval={approval} scale={scale} />
      <div class="lanes-body">
        {approval.legs.map((leg) => (
          <div class={`lane lane-${leg.stage}`} key={leg.legId} data-leg={leg.legId}>
            <div class="lane-who">
              <Light light={lightOf(leg)} size={18} word={legStateWords(leg)} />
              <b title={leg.departmentName}>{leg.departmentName}</b>
              <em class={`lane-state lane-state-${lightOf(leg)}`}>{legStateWords(leg)}</em>
              <span title={leg.matterName}>{leg.matterName}</span>
              <small>{leg.limitDays === 0 ? say('sameDay') : say('limitDays', { days: leg.limitDays })}</small>
            </div>
            <div class="lane-track">
              {scale.columns.map((column) => (
                <i
                  key={column.from}
                  class={column.isOff ? 'lane-off' : column.from === approval.today ? 'lane-today' : 'lane-day'}
                  style={{ left: at(column.left), width: at(column.width) }}
                />
              ))}
              <i class="lane-spine" />
              <i class="lane-branch" />
              <i class="lane-promise" style={{ left: at(scale.endOf(approval.promisedOn)) }} />
              {legSegments(leg, approval, scale).map((segment) => (
                <i
                  key={`${segment.kind} ${segment.left}`}
                  class={`segment segment-${segment.kind}`}
                  style={{ left: at(segment.left), width: at(segment.width) }}
                />
              ))}
              {leg.finishedOn === null && (
                <>
                  <i class="lane-limit" style={{ left: at(scale.endOf(leg.dueOn)) }} />
                  <small class="lane-due" style={{ left: at(Math.min(96, scale.endOf(leg.dueOn))) }}>
                    {leg.pausedDays > 0 ? say('latest', { day: shortDay(leg.dueOn) }) : shortDay(leg.dueOn)}
                  </small>
                </>
              )}
              <p class="lane-note" style={{ left: at(scale.endOf(approval.acceptedOn)) }}>
                {legNoteWords(leg)}
              </p>
              <span class="lane-actions">{actionsOf(leg)}</span>
            </div>
          </div>
        ))}
      </div>
      <div class="lane-delivery">
        <div>
          <b>{say('delivery')}</b>
          <small>
            {approval.deliveredOn === null
              ? say('deliveryNote')
              : say('delivered', { day: shortDay(approval.deliveredOn) })}
          </small>
        </div>
        <ul>
          {approval.legs.map((leg) => (
            <li key={leg.legId} class={leg.stage === 'approved' ? 'paper-there' : 'paper-to-come'}>
              <i aria-hidden="true">{leg.stage === 'approved' ? '✓' : '○'}</i> {leg.document ?? leg.matterName}
            </li>
          ))}
        </ul>
        <small>{say('deliverHere')}</small>
      </div>
    </div>
  )
}

/** Days above the lanes; of many only some are named. */
function Heads({ approval, scale }: { approval: ApprovalView; scale: LaneScale }): JSX.Element {
  const working = scale.columns.filter(({ isOff }) => !isOff)
  const each = Math.max(1, Math.ceil(working.length / 22))
  return (
    <div class="lanes-heads" aria-hidden="true">
      <span class="head-note" style={{ left: at(scale.startOf(approval.acceptedOn)) }}>
        {say('oneAcceptance')}
      </span>
      {approval.today > approval.acceptedOn && (
        <span class="head-note" style={{ left: at(scale.startOf(approval.today)) }}>
          {say('today')}
        </span>
      )}
      <span class="head-note head-promise" style={{ left: at(scale.endOf(approval.promisedOn)) }}>
        {say('jointPromise', { day: shortDay(approval.promisedOn) })}
      </span>
      {scale.columns.map((column) => {
        if (!column.isOff && working.indexOf(column) % each !== 0 && column.from !== approval.today) return null
        if (column.isOff && each > 1) return null
        return (
          <span
            key={column.from}
            class={`head-day num${column.from === approval.today ? ' head-today' : ''}`}
            style={{ left: at(column.left), width: at(column.width) }}
          >
            {column.isOff
              ? say(column.from === column.until ? 'off' : 'weekend')
              : column === working[0] || column.from.endsWith('-01')
                ? shortDay(column.from)
                : Number(column.from.slice(8))}
          </span>
        )
      })}
    </div>
  )
}
