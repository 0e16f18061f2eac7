import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { GrievanceView } from '../../gateway/contract/grievances.ts'
import { isOpenStage } from '../../gateway/contract/grievance-clocks.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { reasonName } from '../shared/rating/words.ts'
import { CaseActions } from './case-actions.tsx'
import { CaseClock } from './case-clock.tsx'
import { CaseSteps } from './case-steps.tsx'
import { momentName, say } from './words.ts'

/** How one case stands, for whoever holds its code. */
export function CaseView({
  code,
  view,
  onChanged,
  onTrouble,
  onNew,
}: {
  code: string
  view: GrievanceView
  onChanged: (view: GrievanceView) => void
  onTrouble: (words: string) => void
  onNew: () => void
}): JSX.Element {
  const copied = useSignal(false)
  const isOpen = isOpenStage(view.stage)
  const shown = `${code.slice(0, 4)} ${code.slice(4)}`
  return (
    <>
      <section class="complain-code">
        <p>
          <span>{say('yourCode')}</span>
          <span>{say('noSignIn')}</span>
        </p>
        <div>
          <b class="num">{shown}</b>
          <button
            type="button"
            onClick={() => {
              void navigator.clipboard?.writeText(shown)
              copied.value = true
            }}
          >
            {say(copied.value ? 'copied' : 'copy')}
          </button>
        </div>
      </section>
      {view.answer ? (
        <section class="card complain-answer">
          <p>
            <b>{say('answered')}</b>
            <span class="num">{momentName(view.answer.at, view.timeZone)}</span>
          </p>
          <p class="complain-tag">{say(`outcome.${view.answer.outcome}`)}</p>
          <p>{view.answer.words}</p>
        </section>
      ) : (
        isOpen && <CaseClock view={view} />
      )}
      <section class="card complain-words">
        <b>{view.words ?? (isOpen ? say('noWords') : say('forgotten'))}</b>
        <p>
          <span class="complain-tag">{say(`kind.${view.kind}`)}</span>
          {view.counterId !== null && <span class="complain-tag plain">{say('at', { id: view.counterId })}</span>}
          {view.reasons
            .filter((reason) => reason !== 'other')
            .map((reason) => (
              <span class="complain-tag plain" key={reason}>
                {reasonName(reason)}
              </span>
            ))}
          <span class="complain-tag plain">{say(view.hasContact ? 'withTelephone' : 'hidden')}</span>
        </p>
      </section>
      <CaseSteps view={view} />
      {isOpen ? (
        <CaseActions code={code} view={view} onChanged={onChanged} onTrouble={onTrouble} />
      ) : (
        <button type="button" class="main" onClick={onNew}>
          <Icon name="pen" size={24} />
          {say('newOne')}
        </button>
      )}
    </>
  )
}
