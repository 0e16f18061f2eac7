/** What a guide can order by its name. */
export type Verb = 'announce' | 'assign' | 'notice' | 'take' | 'help'

const names: readonly (readonly [Verb, readonly string[]])[] = [
  ['announce', ['广播找', '广播', '播音', 'gbz', 'gb']],
  ['notice', ['公告', '插播', 'gg', 'cb']],
  ['assign', ['临时调窗口', '调窗口', 'tck']],
  ['take', ['代取号', '取号', 'dqh', 'qh']],
  ['help', ['去帮忙', '帮忙', 'bm']],
]

/** The verb at the beginning of what was typed, whole or by its pinyin initials, and what it is about; null = there is none. */
export function readVerb(typed: string): { verb: Verb; about: string } | null {
  const said = typed.toLowerCase()
  for (const [verb, words] of names) {
    const word = words.find((one) => said.startsWith(one))
    if (word === undefined) continue
    const about = typed.slice(word.length)
    // Initials stand alone or before a space: gb is a verb, gbdx may be a matter.
    if (/^[a-z]/.test(word) && about !== '' && !/^[\s\d]/.test(about)) continue
    return { verb, about: about.trim() }
  }
  return null
}
