import type { JSX } from 'preact'
import type { Material } from '../../../gateway/contract/matter.ts'
import { Choices } from './basics-card.tsx'
import { say } from './words.ts'

const necessities = ['必要', '非必要', '容缺后补', null] as const
const mediums = ['纸质', '电子', '纸质和电子', null] as const
const texts = ['source', 'standard', 'fillNote'] as const

/** How one material is handed in: whether it must be, on what, where it comes from, what the counter looks at, how it is filled in. */
export function MaterialMore({ one, onChange }: { one: Material; onChange: (one: Material) => void }): JSX.Element {
  return (
    <div class="material-more">
      <div>
        <span>{say('edit.necessity')}</span>
        <Choices
          label={say('edit.necessity')}
          now={one.necessity}
          of={necessities.map((value) => [value, say(`edit.necessities.${value ?? ''}`)])}
          onChoose={(necessity) => onChange({ ...one, necessity })}
        />
      </div>
      <div>
        <span>{say('edit.medium')}</span>
        <Choices
          label={say('edit.medium')}
          now={mediums.find((value) => value === one.medium) ?? null}
          of={mediums.map((value) => [value, say(`edit.mediums.${value ?? ''}`)])}
          onChoose={(medium) => onChange({ ...one, medium })}
        />
      </div>
      {texts.map((field) => (
        <label key={field}>
          <span>{say(`edit.${field}`)}</span>
          <input
            class="entry"
            value={one[field] ?? ''}
            maxLength={400}
            placeholder={say(`edit.${field}Hint`)}
            onInput={({ currentTarget: { value } }) => {
              const next = { ...one }
              next[field] = value === '' ? null : value
              onChange(next)
            }}
          />
        </label>
      ))}
    </div>
  )
}
