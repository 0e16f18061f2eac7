import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { NoticeBody } from '../../../gateway/contract/notice.ts'
import type { NoticeTemplate } from '../../../gateway/contract/notice-template.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Dialog } from '../../shared/staff/dialog.tsx'
import { type Slots, filledWords } from '../../shared/staff/fill-slots.ts'
import { SlotFields } from '../../shared/staff/slot-fields.tsx'
import { say } from './words.ts'

interface TemplateDialogProps {
  templates: readonly NoticeTemplate[]
  onChosen: (part: Pick<NoticeBody, 'text' | 'textEn' | 'placement' | 'priority'>) => void
  onClose: () => void
}

/** Picks a notice whose words are ready, fills what changes, and writes both languages into the draft. */
export function TemplateDialog({ templates, onChosen, onClose }: TemplateDialogProps): JSX.Element {
  const [chosen, choose] = useState<NoticeTemplate | null>(null)
  const [slots, setSlots] = useState<Slots>({})
  if (chosen === null)
    return (
      <Dialog title={say('templatesTitle')} onClose={onClose}>
        <div class="template-list">
          {templates.map((template) => (
            <Button
              key={template.id}
              big
              icon="notice"
              label={template.name}
              onPress={() => {
                choose(template)
                setSlots({})
              }}
            />
          ))}
        </div>
      </Dialog>
    )
  const text = filledWords(chosen, slots, 'zh-Hans')
  const textEn = filledWords(chosen, slots, 'en')
  return (
    <Dialog title={chosen.name} onClose={onClose}>
      <SlotFields
        slots={chosen.slots}
        given={slots}
        onGiven={setSlots}
        preview={text === null ? null : [text, textEn ?? ''].join(' ').trim()}
      />
      <div class="dialog-foot">
        <Button label={say('anotherTemplate')} icon="back" onPress={() => choose(null)} />
        <span class="grow" />
        <Button
          big
          look="main"
          label={say('useTemplate')}
          blocked={text === null ? say('fillAll') : null}
          onPress={() =>
            text !== null && onChosen({ text, textEn, placement: chosen.placement, priority: chosen.priority })
          }
        />
      </div>
    </Dialog>
  )
}
