import type { JSX } from 'preact'
import type { CaseView, Light } from '../../../gateway/contract/cases.ts'
import { dayWords } from '../guide/limit-words.ts'
import { say } from '../words.ts'

/** Shape, colour and word (VISUAL.md 6): disc, triangle, diamond, square. */
const shapes: Record<Light, JSX.Element> = {
  green: <circle cx="24" cy="24" r="18" fill="var(--green-fill)" />,
  yellow: <path d="M24 6 44 42H4Z" fill="var(--amber-fill)" />,
  red: (
    <path d="M24 2 46 24 24 46 2 24Z M24 14v12 M24 32v2" fill="var(--seal)" stroke="var(--sheet)" stroke-width="4" />
  ),
  paused: <path d="M6 6H42V42H6Z M19 16V32 M29 16V32" fill="var(--ink-3)" stroke="var(--sheet)" stroke-width="4" />,
}

const daysWords = (used: number, limit: number): string =>
  used > limit ? say('caseDaysOver', { over: used - limit }) : say('caseDaysUsed', { used, limit })

export function CaseCard({ view, onAgain }: { view: CaseView; onAgain: () => void }): JSX.Element {
  return (
    <>
      <div class="above">
        <p class="caption">
          {view.departmentName} · {view.receipt}
        </p>
        <h1 class={`serif ${view.matterName.length > 28 ? 'long' : ''}`}>{view.matterName}</h1>
        <p class="case-light" role="status">
          <svg width="48" height="48" viewBox="0 0 48 48" aria-hidden="true">
            {shapes[view.light]}
          </svg>
          <b>{view.statusWords}</b>
          <span>{view.lightWords}</span>
        </p>
        {view.advice !== null && <p class="case-advice">{view.advice}</p>}
        <div class="facts">
          <div>
            <span>{say('caseAccepted')}</span>
            <b>{dayWords(view.acceptedOn)}</b>
          </div>
          <div>
            <span>{say('casePromised')}</span>
            <b class={view.promisedOn === null ? 'unknown' : ''}>
              {view.promisedOn === null ? say('notProvided') : dayWords(view.promisedOn.day)}
            </b>
          </div>
        </div>
      </div>
      <div class="below">
        <section class="card case-steps">
          <h2 class="serif">{say('caseSteps')}</h2>
          <ol>
            {view.steps.map((step) => (
              <li key={step.name} class={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
                <b>{step.name}</b>
                {step.state === 'current' && <span>{say('caseStepOf')}</span>}
                {step.usedDays !== null && step.limitDays !== null && (
                  <span>{daysWords(step.usedDays, step.limitDays)}</span>
                )}
              </li>
            ))}
          </ol>
        </section>
        <button type="button" class="outlined" onClick={onAgain}>
          {say('again')}
        </button>
      </div>
    </>
  )
}
