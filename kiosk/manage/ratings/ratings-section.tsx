import { useState } from 'preact/hooks'
import type { JSX } from 'preact'
import type { RatingsView } from '../../../gateway/contract/grievances.ts'
import { isOpenStage } from '../../../gateway/contract/grievance-clocks.ts'
import { dayAt } from '../../../gateway/contract/hall-time.ts'
import type { SectionProps } from '../section-props.ts'
import { GradeSums } from './grade-sums.tsx'
import { GrievanceDetail } from './grievance-detail.tsx'
import { GrievanceList } from './grievance-list.tsx'
import { say } from './words.ts'
import './ratings.css'

/** What visitors thought, and what must be followed up. */
export function RatingsSection({ hall, view: { hall: head }, toasts }: SectionProps): JSX.Element {
  const view = hall.view<RatingsView>('ratings').value
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [isEnded, setIsEnded] = useState(false)
  if (!view) return <div />
  const rows = view.grievances.filter(({ stage }) => isOpenStage(stage) !== isEnded)
  const chosen = view.grievances.find(({ grievanceId }) => grievanceId === chosenId) ?? null
  return (
    <div class="ratings">
      <div class="ratings-left">
        <GradeSums view={view} />
        <GrievanceList
          rows={rows}
          all={view.grievances}
          isEnded={isEnded}
          chosenId={chosen?.grievanceId ?? null}
          today={dayAt(hall.now(), head.timeZone)}
          onEnded={setIsEnded}
          onChoose={setChosenId}
        />
      </div>
      {chosen ? (
        <GrievanceDetail
          key={chosen.grievanceId}
          row={chosen}
          departments={view.departments}
          timeZone={head.timeZone}
          toasts={toasts}
        />
      ) : (
        <section class="card ratings-pick">
          <p class="card-empty">{say('pick')}</p>
        </section>
      )}
    </div>
  )
}
