import { plainNotice } from '../../../gateway/contract/plain-notice.ts'
import type { Command } from '../../../gateway/contract/commands.ts'
import type { StormPage } from '../page.ts'
import { pause } from '../seams/storm-time.ts'
import type { Witness } from '../witness.ts'

/** Writes a notice, hangs it up, and takes it down again after so many ms; stops where somebody refuses. */
export async function hangNotice(page: StormPage, witness: Witness, words: string, hangsMs: number): Promise<void> {
  const draft: Command = { type: 'draft-notice', ...plainNotice(words) }
  const drafted = await witness.order(page, 'desk', draft)
  if (!drafted.ok) return
  const { id: noticeId } = drafted.result as { id: string }
  for (const type of ['submit-notice', 'approve-notice', 'withdraw-notice'] as const) {
    await pause(type === 'withdraw-notice' ? hangsMs : 1_500)
    const answer = await witness.order(page, 'desk', { type, noticeId })
    if (!answer.ok) return
  }
}
