import { z } from 'zod'

const id = z.string().min(1).max(40)

/**
 * “What do I need in my case?” A few questions, and what each combination of answers adds to or drops from the list of materials.
 * `when` names the answers that must all be given; an empty `when` always fits. Materials are named as in the guide.
 */
export const situations = z.strictObject({
  questions: z.array(
    z.strictObject({
      id,
      text: z.string().min(1),
      answers: z.array(z.strictObject({ id, text: z.string().min(1) })).min(2),
    }),
  ),
  variants: z.array(
    z.strictObject({
      when: z.record(id, id),
      materials: z.array(z.string().min(1)).default([]),
      without: z.array(z.string().min(1)).default([]),
      note: z.string().nullable().default(null),
    }),
  ),
})

export type Situations = z.infer<typeof situations>
/** Question id → answer id. */
export type Answers = Readonly<Record<string, string>>
