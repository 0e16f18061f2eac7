import './slot-fields.css'
import type { JSX } from 'preact'
import type { SlotKind } from '../../../gateway/contract/announcement.ts'
import type { Slots } from './fill-slots.ts'
import { sayStaff } from './words.ts'

interface SlotFieldsProps {
  slots: Readonly<Record<string, SlotKind>>
  given: Slots
  onGiven: (given: Slots) => void
  /** What it will say; null while something is not filled in. */
  preview: string | null
}

/** What a template leaves open, a field for each, and how it will read. */
export function SlotFields({ slots, given, onGiven, preview }: SlotFieldsProps): JSX.Element {
  return (
    <div class="slot-fields">
      {Object.entries(slots).map(([slot, kind]) => (
        <Slot
          key={slot}
          kind={kind}
          value={given[slot] ?? ''}
          onValue={(value) => onGiven({ ...given, [slot]: value })}
        />
      ))}
      {preview !== null && (
        <p class="slot-preview">
          <small>{sayStaff('slotPreview')}</small>
          {preview}
        </p>
      )}
    </div>
  )
}

function Slot({
  kind,
  value,
  onValue,
}: {
  kind: SlotKind
  value: string
  onValue: (value: string) => void
}): JSX.Element {
  if (kind.kind === 'choice')
    return (
      <fieldset>
        <legend>{kind.name}</legend>
        {kind.choices.map(({ id, text }) => (
          <label key={id}>
            <input type="radio" name={kind.name} checked={value === id} onChange={() => onValue(id)} />{' '}
            {text['zh-Hans']}
          </label>
        ))}
      </fieldset>
    )
  const hint =
    kind.kind === 'plate'
      ? sayStaff('plateHint')
      : kind.kind === 'ticket'
        ? sayStaff('ticketHint')
        : kind.kind === 'number'
          ? `${kind.least}–${kind.most}`
          : ''
  return (
    <label class="slot-field">
      <span>{kind.name}</span>
      <input
        type="text"
        inputMode={kind.kind === 'number' ? 'numeric' : 'text'}
        maxLength={kind.kind === 'text' ? kind.longest : 12}
        placeholder={hint}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </label>
  )
}
