import type { JSX } from 'preact'
import type { Guide, Matter } from '../../../gateway/contract/matter.ts'
import { guideNow } from './matter-draft.ts'
import { say } from './words.ts'

export interface PartProps {
  draft: Matter
  /** Key → what is wrong with it. */
  faults: ReadonlyMap<string, string>
  onMatter: (change: Partial<Matter>) => void
  onGuide: (change: Partial<Guide>) => void
}
const Fault = ({ said }: { said: string | undefined }): JSX.Element | null =>
  said === undefined ? null : (
    <small class="matter-fault" role="alert">
      {said}
    </small>
  )
export const Choices = <T,>({
  label,
  now,
  of,
  onChoose,
}: {
  label: string
  now: T
  of: readonly (readonly [value: T, word: string])[]
  onChoose: (value: T) => void
}): JSX.Element => (
  <fieldset class="matter-choices" aria-label={label}>
    {of.map(([value, word]) => (
      <button type="button" key={word} aria-pressed={now === value} onClick={() => onChoose(value)}>
        {word}
      </button>
    ))}
  </fieldset>
)

/** Its name, how it is done, and where its numbers wait. */
export function BasicsCard({
  draft,
  faults,
  queues,
  onMatter,
  onGuide,
}: PartProps & { queues: readonly { id: string; name: string }[] }): JSX.Element {
  const { processing } = guideNow(draft)
  return (
    <section class="card">
      <div class="card-head">
        <h2>{say('edit.basics')}</h2>
        <span class="grow" />
        <small class="num">{say('edit.code', { code: draft.code })}</small>
      </div>
      <div class="matter-fields">
        <label class="wide">
          <span>{say('edit.name')}</span>
          <input
            class="entry"
            id="edit-name"
            value={draft.name}
            maxLength={200}
            onInput={({ currentTarget }) => onMatter({ name: currentTarget.value })}
          />
          <Fault said={faults.get('name')} />
        </label>
        <div>
          <span>{say('edit.processing')}</span>
          <Choices
            label={say('edit.processing')}
            now={processing}
            of={[
              ['即办件', say('edit.spot')],
              ['承诺件', say('edit.promised')],
            ]}
            onChoose={(value) => onGuide({ processing: value })}
          />
        </div>
        <label>
          <span>{say('edit.queue')}</span>
          <select
            class="entry"
            id="edit-where"
            value={draft.queueId ?? ''}
            onChange={({ currentTarget }) => onMatter({ queueId: currentTarget.value || null })}
          >
            <option value="">{say('edit.noQueue')}</option>
            {queues.map(({ id, name }) => (
              <option key={id} value={id}>
                {id} {name}
              </option>
            ))}
          </select>
          <Fault said={faults.get('queueId')} />
        </label>
        <div>
          <span>{say('edit.state')}</span>
          <Choices<Matter['state']>
            label={say('edit.state')}
            now={draft.state}
            of={[
              ['在用', say('edit.inUse')],
              ['暂停', say('edit.paused')],
            ]}
            onChoose={(state) => onMatter({ state })}
          />
        </div>
      </div>
    </section>
  )
}

/** How long it may take and what it costs. */
export function LimitsCard({ draft, faults, onGuide }: PartProps): JSX.Element {
  const { promisedDays, promisedUnit, statutoryDays, statutoryUnit, charged, fee, feeBasis } = guideNow(draft)
  const days = (
    id: string | undefined,
    label: string,
    value: number | null,
    unit: string,
    set: (days: number | null) => void,
    said: string | undefined,
  ): JSX.Element => (
    <label>
      <span>{label}</span>
      <span class="matter-days">
        <input
          class="entry num"
          id={id}
          inputMode="decimal"
          value={value ?? ''}
          maxLength={5}
          placeholder={say('edit.unsaid')}
          aria-invalid={said !== undefined}
          onInput={({ currentTarget }) =>
            set(/^\d+(\.\d+)?$/.test(currentTarget.value) ? Number(currentTarget.value) : null)
          }
        />
        {unit}
      </span>
      <Fault said={said} />
    </label>
  )
  return (
    <section class="card">
      <div class="card-head">
        <h2>{say('edit.limits')}</h2>
        <small>{say('edit.spotWord')}</small>
      </div>
      <div class="matter-fields">
        {days(
          'edit-limits',
          say('edit.promisedDays'),
          promisedDays,
          promisedUnit,
          (value) => onGuide({ promisedDays: value }),
          faults.get('guide.promisedDays'),
        )}
        {days(
          undefined,
          say('edit.statutoryDays'),
          statutoryDays,
          statutoryUnit,
          (value) => onGuide({ statutoryDays: value }),
          undefined,
        )}
        <div class="wide" id="edit-fee" tabIndex={-1}>
          <span>{say('edit.fee')}</span>
          <div class="matter-fee">
            <Choices
              label={say('edit.fee')}
              now={charged}
              of={[
                [false, say('edit.free')],
                [true, say('edit.charged')],
                [null, say('edit.unsaid')],
              ]}
              onChoose={(value) => onGuide({ charged: value })}
            />
            {charged === true && (
              <input
                class="entry"
                value={fee ?? ''}
                maxLength={200}
                placeholder={say('edit.feeHint')}
                aria-label={say('edit.feeHint')}
                onInput={({ currentTarget }) => onGuide({ fee: currentTarget.value || null })}
              />
            )}
            {charged === true && (
              <input
                class="entry"
                value={feeBasis ?? ''}
                maxLength={400}
                placeholder={say('edit.feeBasis')}
                aria-label={say('edit.feeBasis')}
                onInput={({ currentTarget }) => onGuide({ feeBasis: currentTarget.value || null })}
              />
            )}
          </div>
          <Fault said={faults.get('guide.fee')} />
        </div>
      </div>
    </section>
  )
}
