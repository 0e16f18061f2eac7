import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { HallConnection } from '../../gateway/client/connect.ts'
import { getJson } from '../../gateway/client/fetch-json.ts'
import type { AnnouncementTemplate, SlotKind } from '../../gateway/contract/announcement.ts'
import { Button } from '../shared/staff/button.tsx'
import { Dialog } from '../shared/staff/dialog.tsx'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { announceWords as words } from './announce-words.ts'
import { because } from './words.ts'

interface AnnounceProps {
  hall: HallConnection
  orders: OrderLine
  onClose: () => void
}
type Slots = Readonly<Record<string, string>>

/** What stands on the wall and is spoken; null while something is not filled in. The gateway judges the same again. */
export function previewOf({ text, slots }: AnnouncementTemplate, given: Slots): string | null {
  const filled = (slot: string, kind: SlotKind): string | null => {
    const value = given[slot]?.trim() ?? ''
    if (value === '') return null
    return kind.kind === 'choice' ? (kind.choices.find(({ id }) => id === value)?.text['zh-Hans'] ?? null) : value
  }
  const values = new Map(Object.entries(slots).map(([slot, kind]) => [slot, filled(slot, kind)]))
  if ([...values.values()].includes(null)) return null
  return (text['zh-Hans'] ?? '').replace(/\{([a-z][A-Za-z]*)\}/g, (whole, slot: string) => values.get(slot) ?? whole)
}

/** Picks a prepared announcement, fills its slots, and has it spoken. */
export function AnnounceDialog({ hall, orders, onClose }: AnnounceProps): JSX.Element {
  const [templates, setTemplates] = useState<AnnouncementTemplate[] | 'loading' | 'failed'>('loading')
  const [chosen, choose] = useState<AnnouncementTemplate | null>(null)
  const [slots, setSlots] = useState<Slots>({})
  useEffect(() => {
    void getJson<{ announcements: AnnouncementTemplate[] }>('/api/v1/announcements').then(
      ({ announcements }) => setTemplates(announcements),
      () => setTemplates('failed'),
    )
  }, [])
  const pick = (template: AnnouncementTemplate | null): void => {
    choose(template)
    setSlots({})
  }
  if (chosen === null)
    return (
      <Dialog title={words.title} onClose={onClose}>
        {templates === 'loading' || templates === 'failed' || templates.length === 0 ? (
          <p>{templates === 'loading' ? words.loading : templates === 'failed' ? words.failed : words.none}</p>
        ) : (
          <div class="announce-list">
            {templates.map((template) => (
              <Button key={template.id} big icon="speaker" label={template.name} onPress={() => pick(template)} />
            ))}
          </div>
        )}
      </Dialog>
    )
  const preview = previewOf(chosen, slots)
  const blocked = hall.online.value ? (preview === null ? words.missing : null) : because.offline
  const speak = (): void =>
    void orders.press({
      id: 'announce',
      commands: [{ type: 'announce', templateId: chosen.id, slots }],
      done: words.done(chosen.name),
      then: onClose,
    })
  return (
    <Dialog title={chosen.name} onClose={onClose}>
      <div class="announce-slots">
        {Object.entries(chosen.slots).map(([slot, kind]) => (
          <Slot key={slot} kind={kind} value={slots[slot] ?? ''} onValue={(value) => setSlots({ ...slots, [slot]: value })} />
        ))}
        {preview !== null && (
          <p class="announce-preview">
            <small>{words.preview}</small>
            {preview}
          </p>
        )}
        {chosen.spoken['zh-Hans'] === undefined && <p>{words.shownOnly}</p>}
      </div>
      <div class="dialog-foot">
        <Button label={words.back} icon="back" onPress={() => pick(null)} />
        <span class="grow" />
        <Button big look="main" icon="speaker" label={words.confirm} blocked={blocked} busy={orders.underWay.value === 'announce'} onPress={speak} />
      </div>
    </Dialog>
  )
}

function Slot({ kind, value, onValue }: { kind: SlotKind; value: string; onValue: (value: string) => void }): JSX.Element {
  if (kind.kind === 'choice')
    return (
      <fieldset>
        <legend>{kind.name}</legend>
        {kind.choices.map(({ id, text }) => (
          <label key={id}>
            <input type="radio" name={kind.name} checked={value === id} onChange={() => onValue(id)} /> {text['zh-Hans']}
          </label>
        ))}
      </fieldset>
    )
  const hint = kind.kind === 'plate' ? words.plateHint : kind.kind === 'number' ? words.between(kind.least, kind.most) : ''
  return (
    <label class="announce-field">
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
