import { every } from '../../../gateway/client/page-clock.ts'
import { hearDrafts } from '../../shared/edited-matter.ts'
import { type Guided, showDraft } from '../guide/guides.ts'
import type { Session } from '../session.ts'

const AWAKE_MS = 5_000

/** Inside the editor's frame this page shows the matter that is being written and stays on it. Anywhere else it does nothing. */
export function followEditor(session: Session): () => void {
  const stopHearing = hearDrafts<Guided>(({ matter, look, language }) => {
    showDraft(matter)
    session.elder.value = look === 'elder'
    session.low.value = look === 'low'
    session.language.value = language
    const { value, context } = session.where.value
    if (value !== 'matter' || context.matterId !== matter.id) session.press({ type: 'scan-matter', id: matter.id })
  })
  if (stopHearing === null) return () => {}
  const stop = every(AWAKE_MS, () => session.touch())
  return () => {
    stop()
    stopHearing()
  }
}
