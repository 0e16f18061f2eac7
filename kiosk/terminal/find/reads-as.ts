import type { Found } from '../../../gateway/catalogue/search/found.ts'

const MOST = 2
/** What is longer stands in the row itself. */
const LONGEST = 8

/** What letters were read as, in the characters of the names that were found: yyzz → 营业执照. '' = no letters were typed. */
export function readsAs(query: string, found: readonly Pick<Found, 'entry' | 'marks'>[]): string {
  if (!/^[a-z]{2,}$/i.test(query)) return ''
  const pieces = found.flatMap(({ entry, marks }) => marks.map(([from, to]) => entry.name.slice(from, to)))
  const all = [...new Set(pieces.filter(({ length }) => length > 1 && length <= LONGEST))]
  return all.slice(0, MOST).join('、') + (all.length > MOST ? '…' : '')
}
