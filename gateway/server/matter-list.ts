import type { Matter } from '../contract/matter.ts'

/** A matter is the same until the next import, and a list may hold thousands of them: each is written out once. */
const written = new WeakMap<Matter, string>()
function textOf(matter: Matter): string {
  const known = written.get(matter)
  if (known !== undefined) return known
  const text = JSON.stringify(matter).slice(0, -1)
  written.set(matter, text)
  return text
}

/** `{items, total}` as JSON: each matter with the ids of the counters that serve its queue now. */
export function matterList(
  matters: readonly Matter[],
  total: number,
  countersOf: (queueId: string) => readonly string[],
): string {
  const counters = new Map<string, string>()
  const items = matters.map((matter) => {
    const queueId = matter.queueId ?? ''
    const known = counters.get(queueId) ?? JSON.stringify(countersOf(queueId))
    counters.set(queueId, known)
    return `${textOf(matter)},"counters":${known}}`
  })
  return `{"items":[${items.join(',')}],"total":${total}}`
}
