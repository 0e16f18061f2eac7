import { every } from '../../../gateway/client/page-clock.ts'
import { type Guided, showDraft } from '../guide/guides.ts'
import type { Session } from '../session.ts'

/** What the editor of a matter says to the terminal's page in its frame. `changed`: parts of the screen that are otherwise. */
export interface DraftShown {
  kind: 'draft'
  matter: Guided
  changed: readonly string[]
}
const AWAKE_MS = 5_000
const isDraft = (data: unknown): data is DraftShown =>
  typeof data === 'object' && data !== null && (data as Partial<DraftShown>).kind === 'draft'

/**
 * Inside the editor's frame (`?look` in the address, and the page around it is our own) this page shows the matter that is being written and
 * stays on it. Returns what ends it. Anywhere else it does nothing.
 */
export function followEditor(session: Session): () => void {
  if (window.parent === window || !new URLSearchParams(location.search).has('look')) return () => {}
  const hear = ({ data, origin, source }: MessageEvent): void => {
    if (origin !== location.origin || source !== window.parent || !isDraft(data)) return
    showDraft(data.matter)
    document.documentElement.dataset.changed = data.changed.join(' ')
    const { value, context } = session.where.value
    if (value !== 'matter' || context.matterId !== data.matter.id)
      session.press({ type: 'scan-matter', id: data.matter.id })
  }
  addEventListener('message', hear)
  const stop = every(AWAKE_MS, () => session.touch())
  window.parent.postMessage({ kind: 'ready' }, location.origin)
  return () => {
    stop()
    removeEventListener('message', hear)
  }
}
