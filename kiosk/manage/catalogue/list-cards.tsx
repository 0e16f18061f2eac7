import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Guide } from '../../../gateway/contract/matter.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { say } from './words.ts'

type Step = Guide['steps'][number]
const noStep: Step = { name: '', note: null, by: null, limit: null, standard: null, result: null }

/** How it goes, step by step. */
export function StepsCard({
  steps,
  onChange,
}: {
  steps: readonly Step[]
  onChange: (steps: Step[]) => void
}): JSX.Element {
  const set = (nth: number, one: Step): void => onChange(steps.map((old, at) => (at === nth ? one : old)))
  return (
    <section class="card" id="edit-steps" tabIndex={-1}>
      <div class="card-head">
        <h2>{say('edit.steps')}</h2>
        <span class="grow" />
        <button type="button" class="matter-add" onClick={() => onChange([...steps, noStep])}>
          <Icon name="plus" size={18} stroke={2} /> {say('edit.addStep')}
        </button>
      </div>
      <ol class="matter-steps">
        {steps.map((one, nth) => (
          <li key={nth}>
            <b class="num">{nth + 1}</b>
            <input
              class="bare"
              value={one.name}
              maxLength={60}
              placeholder={say('edit.stepName')}
              aria-label={say('edit.stepName')}
              onInput={({ currentTarget }) => set(nth, { ...one, name: currentTarget.value })}
            />
            <input
              class="bare small"
              value={one.note ?? ''}
              maxLength={120}
              placeholder={say('edit.stepNote')}
              aria-label={say('edit.stepNote')}
              onInput={({ currentTarget }) => set(nth, { ...one, note: currentTarget.value || null })}
            />
            <button
              type="button"
              class="matter-remove"
              aria-label={say('edit.remove')}
              onClick={() => onChange(steps.filter((_, at) => at !== nth))}
            >
              <Icon name="close" size={18} stroke={2} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The laws that it stands on, one for each line. */
export function LawsCard({
  laws,
  onChange,
}: {
  laws: readonly string[]
  onChange: (laws: string[]) => void
}): JSX.Element {
  return (
    <section class="card">
      <div class="card-head">
        <h2>{say('edit.laws')}</h2>
        <span class="grow" />
        <button type="button" class="matter-add" onClick={() => onChange([...laws, ''])}>
          <Icon name="plus" size={18} stroke={2} /> {say('edit.addLaw')}
        </button>
      </div>
      <ul class="matter-laws">
        {laws.map((law, nth) => (
          <li key={nth}>
            <input
              class="bare"
              value={law}
              placeholder={say('edit.lawHint')}
              aria-label={say('edit.laws')}
              onInput={({ currentTarget }) => onChange(laws.map((old, at) => (at === nth ? currentTarget.value : old)))}
            />
            <button
              type="button"
              class="matter-remove"
              aria-label={say('edit.remove')}
              onClick={() => onChange(laws.filter((_, at) => at !== nth))}
            >
              <Icon name="close" size={18} stroke={2} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What people call it. */
export function AliasesCard({
  aliases,
  onChange,
}: {
  aliases: readonly string[]
  onChange: (aliases: string[]) => void
}): JSX.Element {
  const [typed, type] = useState('')
  const add = (): void => {
    const said = typed.trim()
    if (said !== '' && !aliases.includes(said)) onChange([...aliases, said])
    type('')
  }
  return (
    <section class="card">
      <div class="card-head">
        <h2>{say('edit.aliases')}</h2>
        <small>{say('edit.aliasesHint')}</small>
      </div>
      <div class="matter-aliases">
        {aliases.map((alias) => (
          <span key={alias}>
            {alias}
            <button
              type="button"
              class="matter-remove"
              aria-label={`${say('edit.remove')} ${alias}`}
              onClick={() => onChange(aliases.filter((one) => one !== alias))}
            >
              <Icon name="close" size={16} stroke={2} />
            </button>
          </span>
        ))}
        <input
          class="entry"
          value={typed}
          maxLength={40}
          placeholder={say('edit.aliasHint')}
          aria-label={say('edit.addAlias')}
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && add()}
          onBlur={add}
        />
      </div>
    </section>
  )
}
