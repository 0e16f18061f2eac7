import type { JSX } from 'preact'
import { courseSlots } from '../../../gateway/contract/case-course.ts'
import { lightLeftWords, lightNames, lightWhyWords } from '../../../gateway/contract/light-words.ts'
import type { WatchedCaseView } from '../../../gateway/contract/watched-cases.ts'
import { Light } from '../../shared/staff/marks.tsx'
import { CourseBars } from './course-bars.tsx'
import { lightNameOf, say } from './words.ts'

interface Props {
  rows: readonly WatchedCaseView[]
  openId: string | null
  /** Why there is no row, in words. */
  empty: string
  onOpen: (caseId: string) => void
}

/** The cases to be looked at, each with its whole course as six bars. */
export const LightRows = ({ rows, openId, empty, onOpen }: Props): JSX.Element => (
  <section class="card light-list">
    <div class="card-head">
      <h2>{say('title')}</h2>
      <small>{say('sum', { count: rows.length })}</small>
      <span class="grow" />
      <Legend />
    </div>
    <div class="light-heads" aria-hidden="true">
      <span />
      <span>{say('matter')}</span>
      <span class="light-slots">
        {courseSlots.map((slot) => (
          <span key={slot}>{slot}</span>
        ))}
      </span>
      <span class="light-left">{say('left')}</span>
    </div>
    {rows.length === 0 && <p class="card-empty">{empty}</p>}
    <ul class="light-rows">
      {rows.map((row) => (
        <li key={row.caseId}>
          <button
            type="button"
            aria-current={row.caseId === openId}
            data-case={row.caseId}
            onClick={() => onOpen(row.caseId)}
          >
            <Light light={lightNameOf[row.light]} word={lightNames[row.light]} />
            <span class="light-what" title={row.matterName}>
              <b>{row.matterName}</b>
              <small>{[row.departmentName, row.applicant].filter((part) => part !== null).join(' · ')}</small>
            </span>
            <CourseBars watched={row} />
            <span class={`light-left light-left-${row.light}`}>
              <b>{row.limitDays === 0 && row.light === 'green' ? say('noLimit') : lightLeftWords(row)}</b>
              <small>{lightWhyWords(row)}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  </section>
)

const Legend = (): JSX.Element => (
  <small class="light-legend" aria-hidden="true">
    <svg width="24" height="12" aria-hidden="true">
      <rect width="24" height="12" rx="3" class="bar-track" />
      <rect width="15" height="12" rx="3" class="bar-done" />
    </svg>
    {say('usedLegend')}
    <svg width="24" height="12" aria-hidden="true">
      <rect x=".5" y=".5" width="23" height="11" class="bar-standing" />
    </svg>
    {say('pausedLegend')}
    <svg width="14" height="16" aria-hidden="true">
      <path d="M7 0v16" class="bar-limit" />
    </svg>
    {say('limitLegend')}
  </small>
)
