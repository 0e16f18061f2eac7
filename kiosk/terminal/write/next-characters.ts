/** The longest end of what was written that is looked for in names. */
const TAIL = 3

export interface Next {
  /** The word so far with this character: 营业执照. */
  word: string
  /** How many names go on so. */
  names: number
}

/**
 * Which characters go on from what is written already, in the names of this hall: after 营业执 comes 照. Longer ends count first; null =
 * nothing is written, or nobody knows how it goes on.
 */
export function nextCharacters(written: string, names: readonly string[]): ReadonlyMap<string, Next> {
  const end = [...(/\p{Script=Han}+$/u.exec(written)?.[0] ?? '')]
  for (let length = Math.min(TAIL, end.length); length > 0; length -= 1) {
    const tail = end.slice(-length).join('')
    const found = new Map<string, Next>()
    for (const name of names)
      for (let at = name.indexOf(tail); at >= 0; at = name.indexOf(tail, at + 1)) {
        const next = name[at + tail.length]
        if (next === undefined || !/\p{Script=Han}/u.test(next)) continue
        const known = found.get(next)
        found.set(next, { word: tail + next, names: (known?.names ?? 0) + 1 })
      }
    if (found.size > 0) return found
  }
  return new Map()
}
