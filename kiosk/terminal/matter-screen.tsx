import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { getJson } from '../../gateway/client/fetch-json.ts'
import type { Matter } from '../../gateway/contract/matter.ts'
import type { QueueView } from '../../gateway/contract/views.ts'
import { Icon } from '../shared/icons.tsx'
import { counterRange, placeName, waitWords } from './hall-facts.ts'
import { MaterialList } from './material-list.tsx'
import type { Session } from './session.ts'
import { say } from './words.ts'

type Guided = Matter & { departmentName: string; where: QueueView['where'] }
const known = new Map<string, Guided>()

/** The guide of one matter (行政许可法 30): what the source does not say is shown as 未提供. */
export function MatterScreen({ session }: { session: Session }): JSX.Element {
  const { where, terminal, hall, take, taking, refusal, press } = session
  const { matterId, brought } = where.value.context
  const matter = useSignal<Guided | null>(known.get(matterId ?? '') ?? null)
  useEffect(() => {
    if (matterId === null || known.has(matterId)) return
    void getJson<Guided>(`/api/v1/matters/${encodeURIComponent(matterId)}`)
      .then((one) => {
        known.set(matterId, one)
        matter.value = one
      })
      .catch(() => void (refusal.value = say('offlineHint')))
  }, [matterId])
  const one = matter.value
  if (!one) return <main class="screen matter">{refusal.value !== null && <p class="hint">{refusal.value}</p>}</main>

  const queue = terminal.value?.queues.find(({ id }) => id === one.queueId) ?? null
  const { guide } = one
  const materials = guide?.materials ?? []
  const missing = brought.length === 0 ? [] : materials.map(({ name }) => name).filter((name) => !brought.includes(name))
  const why = one.queueId === null ? say('notHere') : !hall.online.value ? say('offlineTake') : terminal.value?.open === false ? say('closed') : null
  const days = (count: number | null | undefined): string =>
    count == null ? say('notProvided') : count === 0 ? say('onTheSpot') : say('workingDays', { count })
  const place = one.where[0]
  return (
    <main class="screen matter">
      <div class="above">
        <p class="caption">
          {one.departmentName} · {one.kind}
          {guide?.sample && <i class="tag sample">{say('sample')}</i>}
        </p>
        <h1 class={`serif ${one.name.length > 48 ? 'long' : ''}`}>{breakBeforeBracket(one.name)}</h1>
        <div class="facts">
          <Fact label={say('promised')} value={days(guide?.promisedDays)} spot={guide?.promisedDays === 0} known={guide?.promisedDays != null} />
          <Fact label={say('statutory')} value={days(guide?.statutoryDays)} known={guide?.statutoryDays != null} />
          <Fact label={say('acceptedUntil')} value={terminal.value?.lastTicket ?? ''} known />
        </div>
      </div>
      <div class="below">
        <MaterialList key={one.id} materials={materials} brought={brought} onTick={(name) => press({ type: 'tick', name })} />
        {guide !== null && guide.steps.length > 0 && (
          <section class="how">
            <h2 class="serif">
              {say('how')} <small>{say('howHint')}</small>
            </h2>
            <ol class="steps">
              {guide.steps.slice(0, 5).map((step, index) => (
                <li key={step.name}>
                  <i class="num">{index + 1}</i>
                  <b>{step.name}</b>
                  <span>{step.note ?? ''}</span>
                </li>
              ))}
            </ol>
          </section>
        )}
        <div class="three">
          <section class="card small">
            <h3>
              <Icon name="fee" size={32} /> {say('fee')}
            </h3>
            <b class={guide?.fee ? '' : 'unknown'}>{guide?.fee ?? say('notProvided')}</b>
          </section>
          <section class="card small">
            <h3>
              <Icon name="place" size={32} /> {say('where')}
            </h3>
            <b>{place ? `${placeName(place.floor, place.zone)} ${say('counters', { range: counterRange(place.counters) })}` : say('notHere')}</b>
          </section>
          <section class="card small">
            <h3>
              <Icon name="clock" size={32} /> {say('wait')}
            </h3>
            <b>{waitWords(queue?.wait ?? null)}</b>
            {queue && <span>{say('ahead', { count: queue.waiting })}</span>}
          </section>
        </div>
        <button
          type="button"
          class="main-action"
          disabled={why !== null || taking.value}
          onClick={() => void take({ matterId: one.id, queueId: null, missing })}
        >
          <Icon name="ticket" size={56} />
          {taking.value ? say('taking') : why === null ? say('take') : say('cannotTake')}
        </button>
        {(refusal.value ?? why) !== null && (
          <p class="refusal" role="status">
            {refusal.value ?? why}
          </p>
        )}
      </div>
    </main>
  )
}

function Fact({ label, value, spot = false, known }: { label: string; value: string; spot?: boolean; known: boolean }): JSX.Element {
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
