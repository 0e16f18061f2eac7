/** A column that a file may have: the heading we write, and those under which others write it, best first. */
export interface Field {
  readonly key: string
  readonly title: string
  readonly also: readonly string[]
}

/** `also`: other headings for the same, apart by blanks. */
export const field = <Key extends string>(key: Key, title: string, also: string): Field & { key: Key } => ({
  key,
  title,
  also: also === '' ? [] : also.split(' '),
})

const bracketed = /[([{<【〔《][^)\]}>】〕》]*(?:[)\]}>】〕》]|$)/g
const numbering = /^(?:\d{1,2}[.、)]|[一二三四五六七八九十]{1,3}、|\(\d{1,2}\))/
const tight = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*★☆※\u200b\ufeff]/g, '')
    .toLowerCase()

/**
 * Under which names a heading may be known, the fullest first: 篇扩受理条件/pkrequirements has two; what stands in brackets or on a second
 * line, numbers before it, * and 必填 are remarks.
 */
export function namesIn(heading: string): string[] {
  const whole = tight(heading)
  const [line = ''] = heading.split(/[\n\r]/).filter((one) => one.trim() !== '')
  const parts = [whole, ...whole.split(/[/|\\]/), tight(line)]
  const names = parts.flatMap((part) => {
    const bare = part.replace(bracketed, '').replace(/(?:必填|非必填|选填|可不填)项?/g, '')
    const named = [part, bare, bare.replace(numbering, ''), bare.replace(/(?<=\p{sc=Han})[a-z_]+$/u, '')]
    return named.map((name) => name.replace(/^篇扩/, '').replace(/[:;,。.]+$/, ''))
  })
  return [...new Set(names)].filter((name) => name !== '')
}

/** The unit that a heading gives to its numbers: 法定办结时限（工作日）. null = none. */
export function unitIn(heading: string): '工作日' | '自然日' | null {
  const said = tight(heading)
  if (said.includes('工作日')) return '工作日'
  return /自然日|日历日|[(:](?:天|日)\)?$/.test(said) ? '自然日' : null
}

type Known = ReadonlyMap<string, { key: string; rank: number }>
/** Headings → field. A heading that a source has of its own goes before all others. */
export function knownHeadings(fields: readonly Field[], own: Readonly<Record<string, string>> = {}): Known {
  const known = new Map<string, { key: string; rank: number }>()
  for (const [heading, key] of Object.entries(own))
    for (const name of namesIn(heading).slice(0, 1)) known.set(name, { key, rank: -1 })
  for (const { key, title, also } of fields)
    for (const [rank, name] of [title, ...also].entries())
      if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), { key, rank })
  return known
}
