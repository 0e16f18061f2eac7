import type { JSX } from 'preact'
import type { GrievanceRow } from '../../../gateway/contract/grievances.ts'
import { isOpenStage } from '../../../gateway/contract/grievance-clocks.ts'
import { Light, type LightName, Tag, type Tone } from '../../shared/staff/marks.tsx'
import { gradeName, reasonName } from '../../shared/rating/words.ts'
import { dayName, say } from './words.ts'

const lights: Record<GrievanceRow['light'], LightName> = { late: 'fault', near: 'warning', none: 'ok' }
const tones: Record<GrievanceRow['stage'], Tone> = {
  new: 'amber',
  assigned: 'plain',
  contacted: 'qing',
  answered: 'green',
  closed: 'plain',
  withdrawn: 'plain',
}

/** What is over its limit first; a row says what, where, why and until when. */
export function GrievanceList({
  rows,
  all,
  isEnded,
  chosenId,
  today,
  onEnded,
  onChoose,
}: {
  rows: readonly GrievanceRow[]
  all: readonly GrievanceRow[]
  isEnded: boolean
  chosenId: string | null
  /** 2026-03-18 */
  today: string
  onEnded: (isEnded: boolean) => void
  onChoose: (id: string) => void
}): JSX.Element {
  const open = all.filter(({ stage }) => isOpenStage(stage))
  const late = open.filter(({ light }) => light === 'late').length
  return (
    <section class="card grievances">
      <header class="card-head">
        <h2>{say('list')}</h2>
        <small>{say('openCount', { count: open.length })}</small>
        {late > 0 && <Tag tone="red">{say('lateCount', { count: late })}</Tag>}
        <span class="grow" />
        <div class="grievance-tabs">
          {[false, true].map((ended) => (
            <button type="button" key={String(ended)} aria-pressed={ended === isEnded} onClick={() => onEnded(ended)}>
              {say(ended ? 'tabs.ended' : 'tabs.open')}
            </button>
          ))}
        </div>
      </header>
      {rows.length === 0 && <p class="card-empty">{say(isEnded ? 'emptyEnded' : 'emptyOpen')}</p>}
      <div class="grievance-rows">
        {rows.map((row) => (
          <button
            type="button"
            key={row.grievanceId}
            class="grievance-row"
            aria-pressed={row.grievanceId === chosenId}
            onClick={() => onChoose(row.grievanceId)}
          >
            {isEnded ? <span /> : <Light light={lights[row.light]} word={say(`light.${row.light}`)} />}
            <span class="grievance-what">
              <b>
                {row.stars === null ? say(`kind.${row.kind}`) : gradeName(row.stars)}
                {' · '}
                {row.counterId === null ? say('noPlace') : say('at', { id: row.counterId })}
              </b>
              <small>{reasonsOf(row)}</small>
            </span>
            {row.urgedAt !== null && !isEnded && <Tag tone="amber">{say('urged')}</Tag>}
            <Tag tone={tones[row.stage]}>{say(`stage.${row.stage}`)}</Tag>
            <span class="grievance-due">{isEnded ? dayName(row.clock.filedOn) : dueOf(row, today)}</span>
          </button>
        ))}
      </div>
    </section>
  )
}

export const reasonsOf = ({ reasons, matterName }: GrievanceRow): string => {
  const named = reasons.filter((reason) => reason !== 'other').map(reasonName)
  return [named.length === 0 ? say('noReason') : named.join('、'), matterName ?? []].flat().join('，')
}

/** The limit that comes first: somebody must take it up, then it must be put right. */
function dueOf({ stage, clock }: GrievanceRow, today: string): string {
  if (stage === 'answered') return ''
  if (stage !== 'contacted' && today > clock.contactBy) return say('contactLate', { day: dayName(clock.contactBy) })
  if (stage !== 'contacted' && today === clock.contactBy) return say('contactDue')
  const day = dayName(clock.settleBy)
  return today > clock.settleBy ? say('dueLate', { day }) : say('due', { day })
}
