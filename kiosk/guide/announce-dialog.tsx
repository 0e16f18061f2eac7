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
import './announce.css'
import { FreeAnnounce } from './free-announce.tsx'
import { say } from './words.ts'

interface AnnounceProps {
  hall: HallConnection
  orders: OrderLine
  /** Somebody is looked for by number; null = any announcement. */
  number: string | null
  /** The hall's counters, by id. */
  counters: readonly string[]
  onClose: () => void
}

/** Picks a prepared announcement, fills its slots, and has it spoken. */
export function AnnounceDialog({ hall, orders, number, counters, onClose }: AnnounceProps): JSX.Element {
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
  const [isFree, setFree] = useState(false)
  const offline = hall.online.value ? null : say('because.offline')
  const pick = (template: AnnouncementTemplate | null): void => {
    choose(template)
    setSlots({})
  }
  if (isFree)
    return (
      <FreeAnnounce
        orders={orders}
        counters={counters}
        number={number}
        blocked={offline}
        onBack={() => setFree(false)}
        onClose={onClose}
      />
    )
  if (chosen === null) {
    const offered = typeof templates === 'string' ? [] : templates
    const onKey = (key: string): void => {
      if (key === '0') setFree(true)
      else if (/^[1-9]$/.test(key)) pick(offered[Number(key) - 1] ?? null)
    }
    return (
      <Dialog title={say('announce.title')} onClose={onClose} onKey={onKey}>
        <div class="announce-list">
          {offered.map((template, nth) => (
            <Button
              key={template.id}
              big
              icon="speaker"
              label={template.name}
              keyCap={nth < 9 ? String(nth + 1) : null}
              onPress={() => pick(template)}
            />
          ))}
          <Button big icon="speaker" label={say('free.title')} keyCap="0" first onPress={() => setFree(true)} />
        </div>
        {typeof templates === 'string' && <p>{say(`announce.${templates}`)}</p>}
      </Dialog>
    )
  }
  const preview = filledWords(chosen, slots, 'zh-Hans')
  const blocked = offline ?? (preview === null ? say('announce.missing') : null)
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
