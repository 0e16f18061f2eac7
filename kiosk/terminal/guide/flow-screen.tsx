import { OwnName } from '../../shared/own-name.tsx'
import type { JSX } from 'preact'
import { type JointGuide, jointGuide } from '../../../gateway/catalogue/guide/joint-guide.ts'
import { flowSteps } from '../../../gateway/contract/flow-steps.ts'
import { isOffered } from '../../../gateway/contract/is-offered.ts'
import { departmentName, facts } from '../hall-facts.ts'
import type { Session } from '../session.ts'
import { say } from '../words.ts'
import { GuideToCome } from './guide-to-come.tsx'
import { guideOf, isOutOfReach } from './guides.ts'
import { LegDrawing } from './leg-drawing.tsx'
import { limitWords } from './limit-words.ts'
import { MaterialList } from './material-list.tsx'
import { useRowsThatFit } from '../rows-that-fit.ts'
import { StepList } from './step-list.tsx'
import { TakeBar } from './take-bar.tsx'

const MOST_ROWS = 5

/** Several matters at once (一件事): one drawing, one list of materials without doubles, one number. */
export function FlowScreen({ session, wide }: { session: Session; wide: boolean }): JSX.Element {
  const { where, press, queues } = session
  const { flowId, brought } = where.value.context
  const flow = facts.value.flows.find(({ id }) => id === flowId)
  const { page, rows } = useRowsThatFit(MOST_ROWS, `${flowId} ${wide} ${session.look.value}`)
  const guided = (flow?.matters ?? []).flatMap((id) => guideOf(id) ?? [])
  if (!flow || guided.length < flow.matters.length)
    return <GuideToCome name={flow?.name ?? ''} away={flow?.matters.some(isOutOfReach) ?? false} />
  const joint = jointGuide(flow, new Map(guided.map((one) => [one.id, one])))
  const planned = flowSteps(guided.filter(isOffered), flow.generalQueue)
  const steps = planned.map(({ queueId, matterIds }) => {
    const queue = queues.value.find(({ id }) => id === queueId)
    const matters = matterIds.map((id) => guided.find((one) => one.id === id)?.name ?? id)
    return { queueId, queueName: queue?.name ?? queueId, matters, where: queue?.where ?? [] }
  })
  const elsewhere = guided.filter(({ id }) => !planned.some(({ matterIds }) => matterIds.includes(id)))
  const materials = joint.materials.map(({ material, neededBy }) => ({
    ...material,
    note:
      [neededBy.length > 1 ? say('neededBy', { count: neededBy.length }) : null, material.note]
        .filter((part) => part !== null)
        .join('，') || null,
  }))
  const missing =
    brought.length === 0 ? [] : materials.map(({ name }) => name).filter((name) => !brought.includes(name))
  // Where hands reach only the lower half, what is only read stands in the upper one.
  const drawnAbove = wide || session.low.value
  const drawing = (
    <section class="how">
      <h2 class="serif">{say(steps.length > 1 ? 'stepsInOrder' : 'how')}</h2>
      {steps.length > 1 ? (
        <StepList steps={steps} isLong={true} />
      ) : (
        <LegDrawing legs={joint.legs} departmentOf={departmentName} />
      )}
      {steps.length > 0 && elsewhere.length > 0 && (
        <p class="caption">{say('notAtCounters', { matters: elsewhere.map(({ name }) => name).join('、') })}</p>
      )}
    </section>
  )
  return (
    <main class="screen matter flow" ref={page}>
      <div class="above">
        <p class="caption">{say('flowCaption', { count: joint.legs.length })}</p>
        <h1 class="serif">
          <OwnName of={flow} />
        </h1>
        <FlowFacts joint={joint} steps={steps.length} />
        {drawnAbove && drawing}
      </div>
      <div class="below">
        {!drawnAbove && drawing}
        <MaterialList
          rows={rows.value}
          materials={materials}
          notes={[]}
          brought={brought}
          onTick={(name) => press({ type: 'tick', name })}
          onSample={() => {}}
          onAnswersAgain={null}
        />
        <TakeBar
          session={session}
          what={{ matterId: null, queueId: null, missing, flowId: flow.id }}
          queueId={planned[0]?.queueId ?? null}
          here={planned.length > 0}
          list={{ matterId: null, flowId: flow.id, answers: {}, brought }}
          onDetails={null}
        />
      </div>
    </main>
  )
}

/** Days and papers beside what they would be one by one, where together there are fewer; else what they are. */
function FlowFacts({ joint, steps }: { joint: JointGuide; steps: number }): JSX.Element {
  const { together, apart } = joint.limits
  const isSooner = together !== null && apart !== null && apart.days > together.days
  const papers = joint.materials.length
  return (
    <div class="facts">
      <div>
        <span>{say(isSooner ? 'together' : 'promised')}</span>
        <b class={together === null ? 'unknown' : ''}>{limitWords(together?.days, together?.unit ?? '工作日', null)}</b>
      </div>
      {isSooner ? (
        <div>
          <span>{say('apart')}</span>
          <b>{limitWords(apart.days, apart.unit, null)}</b>
        </div>
      ) : (
        <div>
          <span>{say('oneNumber')}</span>
          <b>{say('stepsCount', { count: Math.max(1, steps) })}</b>
        </div>
      )}
      <div>
        <span>{say('jointMaterials')}</span>
        <b>
          {papers < joint.materialsApart
            ? say('jointCount', { joint: papers, apart: joint.materialsApart })
            : say('papersCount', { count: papers })}
        </b>
      </div>
    </div>
  )
}
