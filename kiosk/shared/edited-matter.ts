/** What the editor of a matter says to a visitor's page in its frame. `changed`: parts of the screen that are otherwise. */
export interface DraftShown<M> {
  kind: 'draft'
  matter: M
  changed: readonly string[]
  /** How a visitor may have it at a terminal. */
  look: 'plain' | 'elder' | 'low'
  language: 'zh-Hans' | 'en'
}
const isDraft = <M>(data: unknown): data is DraftShown<M> =>
  typeof data === 'object' && data !== null && (data as Partial<DraftShown<M>>).kind === 'draft'

/**
 * Inside the editor's frame (`?look` in the address, and the page around it is our own) a page is told what is being written, and marks what is
 * otherwise. Returns what ends it; null = this is no such frame, and nothing was done.
 */
export function hearDrafts<M>(onDraft: (draft: DraftShown<M>) => void): (() => void) | null {
  if (window.parent === window || !new URLSearchParams(location.search).has('look')) return null
  const hear = ({ data, origin, source }: MessageEvent): void => {
    if (origin !== location.origin || source !== window.parent || !isDraft<M>(data)) return
    document.documentElement.dataset.changed = data.changed.join(' ')
    onDraft(data)
  }
  addEventListener('message', hear)
  window.parent.postMessage({ kind: 'ready' }, location.origin)
  return () => removeEventListener('message', hear)
}
