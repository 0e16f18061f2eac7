import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { materialsFor } from '../../../gateway/catalogue/guide/materials-for.ts'
import { closedWords } from '../../../gateway/contract/closed-words.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { entries, placesOf } from '../hall-facts.ts'
import { queueNow } from '../queue-now.ts'
import type { Session } from '../session.ts'
import { ChineseMark, OwnName } from '../../shared/own-name.tsx'
import { say } from '../words.ts'
import { ElsewhereLine } from './elsewhere-line.tsx'
import { GuideToCome } from './guide-to-come.tsx'
import { type Guided, guideOf, isOutOfReach } from './guides.ts'
import { feeWords, limitWords, promiseWords } from './limit-words.ts'
import { MaterialList } from './material-list.tsx'
import { useRowsThatFit } from '../rows-that-fit.ts'
import { SampleView } from './sample-view.tsx'
import { SituationQuestion } from './situation-question.tsx'
import { StepDrawing } from './step-drawing.tsx'
import { TakeBar } from './take-bar.tsx'

const MOST_ROWS = 5

/** The guide of one matter (行政许可法 30): what the source does not say is shown as 未提供. */
export function MatterScreen({ session, wide }: { session: Session; wide: boolean }): JSX.Element {
  const { matterId } = session.where.value.context
  const one = guideOf(matterId)
  if (one) return <Guide key={one.id} session={session} one={one} wide={wide} />
  return (
    <GuideToCome name={entries.value.find(({ id }) => id === matterId)?.name ?? ''} away={isOutOfReach(matterId)} />
  )
}

function Guide({ session, one, wide }: { session: Session; one: Guided; wide: boolean }): JSX.Element {
  const { where, terminal, press } = session
  const { brought, answers } = where.value.context
  const sample = useSignal<string | null>(null)
  const { guide } = one
  const { materials, notes, open } = materialsFor(one, answers)
  const { page, rows } = useRowsThatFit(MOST_ROWS, `${one.id} ${open.length} ${wide} ${session.look.value}`)
  const missing =
    brought.length === 0 ? [] : materials.map(({ name }) => name).filter((name) => !brought.includes(name))
  const due = guide && promiseWords(guide, session.today())
  const closed = closedWords(terminal.value?.notNow ?? null)
  // Before opening and over lunch the last number of today still stands.
  const isOverToday = closed !== null && closed.why !== 'early' && closed.why !== 'lunch'
  const low = session.low.value && !wide
  const how = <How one={one} />
  const beside = <Beside session={session} one={one} />
  const answerAgain = (): void =>
    Object.keys(answers).forEach((question) => press({ type: 'answer', question, answer: null }))
  return (
    <main class="screen matter" ref={page}>
      <div class="above">
        <p class="caption">
          <span lang="zh-Hans">
            {one.departmentName} · {one.kind}
          </span>{' '}
          <ChineseMark />
          {one.when != null && <i class="tag when">{say('whenThis', { when: one.when })}</i>}
          {guide?.sample && <i class="tag sample">{say('sample')}</i>}
        </p>
        <h1 class={`serif ${one.name.length > 48 ? 'long' : ''}`}>
          <OwnName of={one}>{breakBeforeBracket(one.name)}</OwnName>
        </h1>
        <div class="facts">
          <Fact
            label={say('promised')}
            value={limitWords(guide?.promisedDays, guide?.promisedUnit ?? '工作日', guide?.promisedNote)}
            spot={guide?.promisedDays === 0}
            known={guide?.promisedDays != null || guide?.promisedNote != null}
          />
          <Fact
            label={say('statutory')}
            value={limitWords(guide?.statutoryDays, guide?.statutoryUnit ?? '工作日', guide?.statutoryNote)}
            known={guide?.statutoryDays != null || guide?.statutoryNote != null}
          />
          <Fact
            label={say('acceptedUntil')}
            value={isOverToday ? say('closedNow') : (terminal.value?.lastTicket ?? '')}
            known
          />
        </div>
        {due !== null && <p class="due">{due}</p>}
        {(wide || low) && how}
        {wide && beside}
      </div>
      <div class="below">
        {open[0] ? (
          <SituationQuestion
            question={open[0]}
            onAnswer={(answer) => press({ type: 'answer', question: open[0]?.id ?? '', answer })}
          />
        ) : (
          <MaterialList
            materials={materials}
            rows={rows.value}
            notes={notes}
            brought={brought}
            onTick={(name) => press({ type: 'tick', name })}
            onSample={(file) => void (sample.value = file)}
            onAnswersAgain={Object.keys(answers).length === 0 ? null : answerAgain}
          />
        )}
        {!wide && !low && how}
        {!wide && beside}
        <TakeBar
          session={session}
          what={{ matterId: one.id, queueId: null, missing }}
          queueId={one.queueId}
          here={one.queueId !== null}
          list={{ matterId: one.id, flowId: null, answers, brought }}
          onDetails={() => press({ type: 'details' })}
        />
      </div>
      {sample.value !== null && <SampleView file={sample.value} onClose={() => void (sample.value = null)} />}
    </main>
  )
}

/** How it goes, as a drawing. */
function How({ one: { guide } }: { one: Guided }): JSX.Element | null {
  if (guide === null || guide.steps.length === 0) return null
  return (
    <section class="how">
      <h2 class="serif">
        {say('how')} <small>{guide.visits === null ? say('howHint') : say('visits', { count: guide.visits })}</small>
      </h2>
      <StepDrawing steps={guide.steps} />
    </section>
  )
}

/** What it costs, where it is, how long now. */
function Beside({ session: { queues, press }, one }: { session: Session; one: Guided }): JSX.Element {
  const { guide } = one
  const queue = queues.value.find(({ id }) => id === one.queueId) ?? null
  const told = queueNow(queue)
  return (
    <div class="three">
      <section class="card small">
        <h2>
          <Icon name="fee" size={32} /> {say('fee')}
        </h2>
        <b class={feeWords(guide) === null ? 'unknown' : ''} lang={guide?.fee != null ? 'zh-Hans' : undefined}>
          {feeWords(guide) ?? say('notProvided')}
        </b>
      </section>
      <button
        type="button"
        class="card small"
        disabled={one.where.length === 0}
        onClick={() => press({ type: 'plan' })}
      >
        <h2>
          <Icon name="place" size={32} /> {say('where')}
          {one.where.length > 0 && <span class="more">{say('showWay')} ›</span>}
        </h2>
        <b>{placesOf(one.where) ?? say('notHere')}</b>
      </button>
      <section class="card small">
        <h2>
          <Icon name="clock" size={32} /> {say('wait')}
        </h2>
        <b>{told === null ? say('unknownWait') : [told.value, told.unit].join(' ').trim()}</b>
        {queue && <span>{say('ahead', { count: queue.waiting })}</span>}
        {queue && <ElsewhereLine matterId={one.id} wait={queue.wait} />}
      </section>
    </div>
  )
}

function Fact({
  label,
  value,
  spot = false,
  known,
}: {
  label: string
  value: string
  spot?: boolean
  known: boolean
}): JSX.Element {
  return (
    <div>
      <span>{label}</span>
      <b class={spot ? 'green' : known ? '' : 'unknown'}>
        {value}
        {spot && <i class="tag spot filled">{say('spotTag')}</i>}
      </b>
    </div>
  )
}

/** A bracket is read as a second line (VISUAL.md, type). */
function breakBeforeBracket(name: string): (JSX.Element | string)[] {
  const at = name.indexOf('（')
  return at > 0 && name.length > 14 && name.length <= 48 ? [name.slice(0, at), <br key="br" />, name.slice(at)] : [name]
}
