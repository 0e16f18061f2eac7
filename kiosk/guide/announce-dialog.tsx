import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { HallConnection } from '../../gateway/client/connect.ts'
import { withFields } from '../../gateway/client/ask.ts'
import { getJson } from '../../gateway/client/get-json.ts'
import type { AnnouncementTemplate } from '../../gateway/contract/announcement.ts'
import { Button } from '../shared/staff/button.tsx'
import { Dialog } from '../shared/staff/dialog.tsx'
import { type Slots, filledWords } from '../shared/staff/fill-slots.ts'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { SlotFields } from '../shared/staff/slot-fields.tsx'
import { say } from './words.ts'

interface AnnounceProps {
  hall: HallConnection
  orders: OrderLine
  /** Somebody is looked for by number; null = any announcement. */
  number: string | null
  onClose: () => void
}

/** Picks a prepared announcement, fills its slots, and has it spoken. */
export function AnnounceDialog({ hall, orders, number, onClose }: AnnounceProps): JSX.Element {
  const [templates, setTemplates] = useState<AnnouncementTemplate[] | 'loading' | 'failed'>('loading')
  const [chosen, choose] = useState<AnnouncementTemplate | null>(null)
  const [slots, setSlots] = useState<Slots>({})
  useEffect(() => {
    void getJson('/api/v1/announcements', withFields<{ announcements: AnnouncementTemplate[] }>('announcements')).then(
      ({ announcements }) => {
        setTemplates(announcements)
        const finding = number === null ? null : findingOf(announcements)
        if (finding === null) return
        choose(finding.template)
        setSlots({ [finding.slot]: number ?? '' })
      },
      () => setTemplates('failed'),
    )
  }, [])
  const pick = (template: AnnouncementTemplate | null): void => {
    choose(template)
    setSlots({})
  }
  if (chosen === null)
    return (
      <Dialog title={say('announce.title')} onClose={onClose}>
        {templates === 'loading' || templates === 'failed' || templates.length === 0 ? (
          <p>
            {templates === 'loading'
              ? say('announce.loading')
              : templates === 'failed'
                ? say('announce.failed')
                : say('announce.none')}
          </p>
        ) : (
          <div class="announce-list">
            {templates.map((template) => (
              <Button key={template.id} big icon="speaker" label={template.name} onPress={() => pick(template)} />
            ))}
          </div>
        )}
      </Dialog>
    )
  const preview = filledWords(chosen, slots, 'zh-Hans')
  const blocked = hall.online.value ? (preview === null ? say('announce.missing') : null) : say('because.offline')
  const speak = (): void =>
    void orders.press({
      id: 'announce',
      commands: [{ type: 'announce', templateId: chosen.id, slots }],
      done: say('announce.done', { name: chosen.name }),
      then: onClose,
    })
  return (
    <Dialog title={chosen.name} onClose={onClose}>
      <SlotFields slots={chosen.slots} given={slots} onGiven={setSlots} preview={preview} />
      {chosen.spoken['zh-Hans'] === undefined && <p>{say('announce.shownOnly')}</p>}
      <div class="dialog-foot">
        <Button label={say('announce.back')} icon="back" onPress={() => pick(null)} />
        <span class="grow" />
        <Button
          big
          look="main"
          icon="speaker"
          label={say('announce.confirm')}
          blocked={blocked}
          busy={orders.underWay.value === 'announce'}
          onPress={speak}
        />
      </div>
    </Dialog>
  )
}

/** The first announcement that calls somebody by number, and where that stands in it; null = the hall has none. */
export function findingOf(
  templates: readonly AnnouncementTemplate[],
): { template: AnnouncementTemplate; slot: string } | null {
  for (const template of templates)
    for (const [slot, kind] of Object.entries(template.slots)) if (kind.kind === 'ticket') return { template, slot }
  return null
}
