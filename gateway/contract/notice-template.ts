import { z } from 'zod'
import { slotKind } from './announcement.ts'
import { SLOT } from './fill-template.ts'
import { noticePlacement } from './notice.ts'

const words = z.string().trim().min(1).max(300)

/** A notice whose words are ready but for what changes: notice-templates.yaml. `{slot}` stands for what is filled in. */
export const noticeTemplate = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, '编号用小写字母、数字和 -'),
    name: z.string().min(1).max(20),
    slots: z.record(z.string().regex(/^[a-z][A-Za-z]{0,15}$/), slotKind).default({}),
    text: z.strictObject({ 'zh-Hans': words, en: words.optional() }),
    placement: noticePlacement.default('ticker'),
    priority: z.number().int().min(0).max(9).default(0),
  })
  .superRefine(({ slots, text }, context) => {
    for (const [language, said] of Object.entries(text))
      for (const [, slot = ''] of said?.matchAll(SLOT) ?? [])
        if (!(slot in slots))
          context.addIssue({ code: 'custom', path: ['text', language], message: `{${slot}} 没有写在 slots 里。` })
  })
export type NoticeTemplate = z.infer<typeof noticeTemplate>
