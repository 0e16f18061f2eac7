import { signal } from '@preact/signals'
import { withFields } from '../../../gateway/client/ask.ts'
import { getJson } from '../../../gateway/client/get-json.ts'
import type { Matter } from '../../../gateway/contract/matter.ts'
import type { QueueView } from '../../../gateway/contract/line-views.ts'

/** A matter as the gateway tells it to citizens. */
export type Guided = Matter & { departmentName: string; where: QueueView['where'] }

const known = signal<ReadonlyMap<string, Guided>>(new Map())
/** What an editor shows of a matter before it is saved; nobody else sets it. */
const drafts = signal<ReadonlyMap<string, Guided>>(new Map())
export const showDraft = (one: Guided): void => void (drafts.value = new Map([[one.id, one]]))
const asked = new Set<string>()
const readGuide = (matterId: string): Promise<Guided> =>
  getJson(
    `/api/v1/matters/${encodeURIComponent(matterId)}`,
    withFields<Guided>('id', 'name', 'departmentName', 'where'),
  )
const failed = signal<ReadonlySet<string>>(new Set())

/** The guide of one matter, asked for once; null = not here yet. Reading it makes the component follow. */
export function guideOf(matterId: string | null): Guided | null {
  if (matterId === null) return null
  const draft = drafts.value.get(matterId)
  if (draft) return draft
  const one = known.value.get(matterId) ?? null
  if (!one && !asked.has(matterId)) {
    asked.add(matterId)
    readGuide(matterId)
      .then((guided) => void (known.value = new Map(known.value).set(matterId, guided)))
      .catch(() => {
        asked.delete(matterId)
        failed.value = new Set(failed.value).add(matterId)
      })
  }
  return one
}

/** The gateway is away and this guide was never read here. */
export const isOutOfReach = (matterId: string | null): boolean =>
  matterId !== null && failed.value.has(matterId) && !known.value.has(matterId)

/** After an import or a reconnect the guides are asked for anew; what is shown stays until the new one is here. */
export function forgetGuides(): void {
  asked.clear()
  failed.value = new Set()
  const shown = [...known.value.keys()]
  for (const matterId of shown) guideOfAgain(matterId)
}
function guideOfAgain(matterId: string): void {
  readGuide(matterId)
    .then((guided) => void (known.value = new Map(known.value).set(matterId, guided)))
    .catch(() => {})
}
