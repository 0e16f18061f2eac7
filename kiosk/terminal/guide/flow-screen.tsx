import type { JSX } from 'preact'
import { jointGuide } from '../../../gateway/catalogue/guide/joint-guide.ts'
import { departmentName, facts } from '../hall-facts.ts'
import type { Session } from '../session.ts'
import { say } from '../words.ts'
import { GuideToCome } from './guide-to-come.tsx'
import { guideOf, isOutOfReach } from './guides.ts'
import { LegDrawing } from './leg-drawing.tsx'
import { limitWords } from './limit-words.ts'
import { MaterialList } from './material-list.tsx'
import { useRowsThatFit } from '../rows-that-fit.ts'
import { TakeBar } from './take-bar.tsx'

const MOST_ROWS = 5

/** Several matters at once (一件事): one drawing, one list of materials without doubles, one number. */
export function FlowScreen({ session, wide }: { session: Session; wide: boolean }): JSX.Element {
  const { where, press } = session
  const { flowId, brought } = where.value.context
  const flow = facts.value.flows.find(({ id }) => id === flowId)
  const { page, rows } = useRowsThatFit(MOST_ROWS, `${flowId} ${wide} ${session.look.value}`)
  const guided = (flow?.matters ?? []).flatMap((id) => guideOf(id) ?? [])
  if (!flow || guided.length < flow.matters.length)
    return <GuideToCome name={flow?.name ?? ''} away={flow?.matters.some(isOutOfReach) ?? false} />
  const joint = jointGuide(flow, new Map(guided.map((one) => [one.id, one])))
  const first = joint.legs.find(({ queueId }) => queueId !== null) ?? null
  const materials = joint.materials.map(({ material, neededBy }) => ({
    ...material,
    note:
      [neededBy.length > 1 ? say('neededBy', { count: neededBy.length }) : null, material.note]
        .filter((part) => part !== null)
        .join('，') || null,
  }))
  const missing =
    brought.length === 0 ? [] : materials.map(({ name }) => name).filter((name) => !brought.includes(name))
  const { together, apart } = joint.limits
  // Where hands reach only the lower half, what is only read stands in the upper one.
  const drawnAbove = wide || session.low.value
  const drawing = (
    <section class="how">
      <h2 class="serif">{say('how')}</h2>
      <LegDrawing legs={joint.legs} departmentOf={departmentName} />
    </section>
  )
  return (
    <main class="screen matter flow" ref={page}>
      <div class="above">
        <p class="caption">{say('flowCaption', { count: joint.legs.length })}</p>
        <h1 class="serif">{flow.name}</h1>
        <div class="facts">
          <div>
            <span>{say('together')}</span>
            <b class={together === null ? 'unknown' : ''}>
              {limitWords(together?.days, together?.unit ?? '工作日', null)}
            </b>
          </div>
          <div>
            <span>{say('apart')}</span>
            <b class={apart === null ? 'unknown' : ''}>{limitWords(apart?.days, apart?.unit ?? '工作日', null)}</b>
          </div>
          <div>
            <span>{say('jointMaterials')}</span>
            <b>{say('jointCount', { joint: joint.materials.length, apart: joint.materialsApart })}</b>
          </div>
        </div>
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
          queueId={flow.generalQueue ?? first?.queueId ?? null}
          here={first !== null}
          list={{ matterId: null, flowId: flow.id, answers: {}, brought }}
          onDetails={null}
        />
      </div>
    </main>
  )
}
