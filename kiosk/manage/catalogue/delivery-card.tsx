import type { JSX } from 'preact'
import type { Guide } from '../../../gateway/contract/matter.ts'
import type { PartProps } from './basics-card.tsx'
import { guideNow } from './matter-draft.ts'
import { say } from './words.ts'

const fields = [
  ['conditions', 2_000],
  ['place', 200],
  ['handleTime', 200],
  ['consult', 200],
  ['result', 200],
] as const
type Field = (typeof fields)[number][0]
const hints: Partial<Record<Field, 'conditionsHint' | 'placeHint' | 'handleTimeHint' | 'resultHint'>> = {
  conditions: 'conditionsHint',
  place: 'placeHint',
  handleTime: 'handleTimeHint',
  result: 'resultHint',
}

/** Who may hand it in, where and when, how often they come, and what they get. */
export function DeliveryCard({ draft, onGuide }: Pick<PartProps, 'draft' | 'onGuide'>): JSX.Element {
  const own = guideNow(draft)
  const put = (field: Field, said: string): void => {
    const change: Partial<Guide> = {}
    change[field] = said === '' ? null : said
    onGuide(change)
  }
  return (
    <section class="card" id="edit-delivery">
      <div class="card-head">
        <h2>{say('edit.handingIn')}</h2>
      </div>
      <div class="matter-fields">
        {fields.map(([field, longest]) => {
          const hint = hints[field]
          return (
            <label key={field} class={field === 'conditions' ? 'wide' : ''}>
              <span>{say(`edit.${field}`)}</span>
              <input
                class="entry"
                value={own[field] ?? ''}
                maxLength={longest}
                placeholder={hint === undefined ? say('edit.unsaid') : say(`edit.${hint}`)}
                onInput={({ currentTarget }) => put(field, currentTarget.value)}
              />
            </label>
          )
        })}
        <label>
          <span>{say('edit.visits')}</span>
          <span class="matter-days">
            <input
              class="entry num"
              inputMode="numeric"
              maxLength={2}
              value={own.visits ?? ''}
              placeholder={say('edit.unsaid')}
              onInput={({ currentTarget: { value } }) =>
                onGuide({ visits: /^\d+$/.test(value) ? Math.min(20, Number(value)) : null })
              }
            />
            {say('edit.visitsUnit')}
          </span>
        </label>
      </div>
    </section>
  )
}
