import type { JSX } from 'preact'
import type { ApprovalLegView, ApprovalView } from '../../../gateway/contract/approvals.ts'
import { dayWords } from '../guide/limit-words.ts'
import { say } from '../words.ts'

const isDone = ({ stage }: ApprovalLegView): boolean => stage === 'approved' || stage === 'refused'

function legWords(leg: ApprovalLegView): string {
  switch (leg.stage) {
    case 'approved':
      return say('jointDone')
    case 'refused':
      return say('jointRefused')
    case 'asked':
      return say('jointWaitsForYou')
    case 'running':
      return say('jointBy', { day: dayWords(leg.dueOn) })
  }
}

/** A joint approval in plain words: three steps, what the visitor must bring (once, in one list), and how far each department is. */
export function JointCard({ joint, onAgain }: { joint: ApprovalView; onAgain: () => void }): JSX.Element {
  const { legs, toSupply, deliveredOn } = joint
  const done = legs.filter(isDone).length
  const allDone = done === legs.length
  const place = deliveredOn !== null ? 3 : allDone ? 2 : 1
  const steps = [
    [say('jointHanded'), dayWords(joint.acceptedOn)],
    [say('jointTogether', { count: legs.length }), say('jointDoneCount', { count: done })],
    [say('jointFetch'), deliveredOn === null ? say('jointAfter') : dayWords(deliveredOn)],
  ] as const
  const until = toSupply.flatMap((one) => one.until ?? []).sort()[0]
  return (
    <>
      <div class="above">
        <p class="caption">{say('jointCaption', { day: dayWords(joint.acceptedOn) })}</p>
        <h1 class={`serif ${joint.name.length > 28 ? 'long' : ''}`}>{joint.name}</h1>
        <ol class="joint-steps">
          {steps.map(([name, note], nth) => (
            <li
              key={name}
              class={nth < place ? 'over' : nth === place ? 'now' : 'to-come'}
              aria-current={nth === place ? 'step' : undefined}
            >
              <i aria-hidden="true">{nth < place ? '✓' : nth + 1}</i>
              <b>{name}</b>
              <span>{note}</span>
            </li>
          ))}
        </ol>
      </div>
      <div class="below">
        {toSupply.length > 0 && (
          <section class="joint-ask" role="status">
            <h2 class="serif">{say('jointAsk', { count: toSupply.length })}</h2>
            <ul>
              {toSupply.map(({ departmentName, material }) => (
                <li key={`${departmentName} ${material}`}>
                  <b>{material}</b>
                  <span>{departmentName}</span>
                </li>
              ))}
            </ul>
            <p>{say('jointStands')}</p>
            <p class="joint-until">
              {until === undefined
                ? say('jointLatest', { latest: dayWords(joint.expectedOn) })
                : say('jointBring', { day: dayWords(until), latest: dayWords(joint.expectedOn) })}
            </p>
          </section>
        )}
        <h2 class="serif joint-title">
          {say('jointWhere')} <small>{say('jointSum', { count: legs.length, done })}</small>
        </h2>
        <ul class="card joint-legs">
          {legs.map((leg) => (
            <li key={leg.legId} class={leg.stage}>
              <i aria-hidden="true">{isDone(leg) ? '✓' : leg.stage === 'asked' ? '‖' : '…'}</i>
              <span>
                <b>{leg.matterName}</b> <small>{leg.departmentName}</small>
              </span>
              <em>{legWords(leg)}</em>
            </li>
          ))}
        </ul>
        {toSupply.length === 0 && deliveredOn === null && (
          <p class="joint-promise">
            {say(joint.approximate ? 'jointPromiseAbout' : 'jointPromise', { day: dayWords(joint.expectedOn) })}
          </p>
        )}
        <button type="button" class="outlined" onClick={onAgain}>
          {say('again')}
        </button>
      </div>
    </>
  )
}
