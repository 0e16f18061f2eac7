import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { actorWords } from '../../../gateway/contract/actor-words.ts'
import type { ImportPlanView } from '../../../gateway/contract/catalogue-imports.ts'
import { Button } from '../../shared/staff/button.tsx'
import { ChoiceDialog } from '../../shared/staff/choice-dialog.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import type { SectionProps } from '../section-props.ts'
import { type PastImport, carryOut, lookAt, matchDepartments, pastImports, undoLast } from './calls.ts'
import { EditTab } from './edit-tab.tsx'
import { PlanCard } from './plan-card.tsx'
import { say } from './words.ts'
import './catalogue.css'

const tabs = ['edit', 'import', 'departments'] as const

/** Matters: changed one by one, brought in as a file, and given a queue. */
export function CatalogueSection(props: SectionProps): JSX.Element {
  const [tab, open] = useState<(typeof tabs)[number]>('edit')
  return (
    <div class="catalogue-section">
      <nav class="catalogue-tabs">
        {tabs.map((one) => (
          <button
            type="button"
            class="chip"
            key={one}
            aria-current={one === tab ? 'page' : undefined}
            aria-pressed={one === tab}
            onClick={() => open(one)}
          >
            {say(`tabs.${one}`)}
          </button>
        ))}
      </nav>
      {tab === 'import' ? <ImportTab {...props} /> : <EditTab {...props} tab={tab} />}
    </div>
  )
}

/** A list of matters comes in as a file: looked at first, then agreed to, and taken back if need be. */
function ImportTab({ hall, view, toasts }: SectionProps): JSX.Element {
  const [source, setSource] = useState<string>(say('usual'))
  const [plan, setPlan] = useState<ImportPlanView | null>(null)
  const [busy, setBusy] = useState(false)
  const [asking, ask] = useState(false)
  const [past, setPast] = useState<PastImport[]>([])
  const refresh = (): void => void pastImports().then((answer) => answer.ok && setPast(answer.body.items))
  useEffect(refresh, [])
  const blocked = hall.online.value ? null : sayStaff('offlineShort')

  const look = async (file: File | undefined): Promise<void> => {
    if (!file || busy) return
    setBusy(true)
    setPlan(null)
    const answer = await lookAt(file, source.trim() || say('usual'))
    setBusy(false)
    if (answer.ok) setPlan(answer.body)
    else toasts.say('refused', answer.message)
  }
  const take = async (agreed: { suspicious: boolean; removals: boolean }): Promise<void> => {
    if (!plan || busy) return
    setBusy(true)
    const answer = await carryOut(plan.planId, agreed)
    setBusy(false)
    if (!answer.ok) return toasts.say('refused', answer.message)
    const { added, changed, removed } = answer.body.counts
    toasts.say('done', say('done', { added, changed, removed }))
    setPlan(null)
    refresh()
  }
  const match = async (departments: Record<string, string>): Promise<void> => {
    if (!plan || busy) return
    setBusy(true)
    const answer = await matchDepartments(plan.planId, departments)
    setBusy(false)
    if (answer.ok) setPlan(answer.body)
    else toasts.say('refused', answer.message)
  }
  const undo = async (): Promise<void> => {
    ask(false)
    const answer = await undoLast()
    toasts.say(answer.ok ? 'done' : 'refused', answer.ok ? say('undone') : answer.message)
    refresh()
  }
  const day = new Intl.DateTimeFormat('zh-CN', {
    timeZone: view.hall.timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return (
    <div class="catalogue-board">
      <div class="catalogue-side">
        <section class="card">
          <div class="card-head">
            <h2>{say('title')}</h2>
          </div>
          <div class="catalogue-upload">
            <p>{say('hint')}</p>
            <label>
              <span>{say('source')}</span>
              <input
                class="entry"
                value={source}
                maxLength={40}
                onInput={(event) => setSource(event.currentTarget.value)}
              />
            </label>
            <label
              class={`catalogue-drop ${busy ? 'busy' : ''}`}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault()
                void look(event.dataTransfer?.files[0])
              }}
            >
              {busy ? say('reading') : say('drop')}
              {!busy && <b>{say('pick')}</b>}
              <input
                class="unseen"
                type="file"
                accept=".xlsx,.csv,.jsonl,.json,.txt"
                disabled={busy || blocked !== null}
                onChange={(event) => {
                  void look(event.currentTarget.files?.[0])
                  event.currentTarget.value = ''
                }}
              />
            </label>
          </div>
        </section>
        <section class="card catalogue-past">
          <div class="card-head">
            <h2>{say('history')}</h2>
            <span class="grow" />
            {past.length > 0 && <Button label={say('undo')} blocked={blocked} onPress={() => ask(true)} />}
          </div>
          {past.length === 0 && <p class="card-empty">{say('none')}</p>}
          <ul>
            {past.toReversed().map((one) => (
              <li key={one.importId}>
                <div>
                  <b>{one.source}</b>
                  <small>
                    {[actorWords(one.by), one.file].filter((part) => part !== null && part !== '').join(' · ')}
                  </small>
                  <small>{say('pastCounts', one.counts)}</small>
                </div>
                <small class="num">{day.format(one.at)}</small>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {plan && (
        <PlanCard
          key={plan.planId}
          plan={plan}
          busy={busy}
          blocked={blocked}
          onCarryOut={(agreed) => void take(agreed)}
          onForget={() => setPlan(null)}
          onMatch={(departments) => void match(departments)}
        />
      )}
      {asking && (
        <ChoiceDialog
          title={say('sureUndo')}
          choices={[{ value: 'yes', label: say('yesUndo') }]}
          onChoose={() => void undo()}
          onClose={() => ask(false)}
        />
      )}
    </div>
  )
}
