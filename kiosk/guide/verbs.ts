import { list } from './words.ts'

/** What a guide can order by its name. */
export type Verb = 'announce' | 'assign' | 'notice' | 'take' | 'help' | 'appointments' | 'consult' | 'errands'

const verbs: readonly Verb[] = ['announce', 'notice', 'assign', 'appointments', 'take', 'help', 'consult', 'errands']

/** The verb at the beginning of what was typed, whole or by its pinyin initials, and what it is about; null = there is none. */
export function readVerb(typed: string): { verb: Verb; about: string } | null {
  const said = typed.toLowerCase()
  for (const verb of verbs) {
    const word = list(`said.${verb}`).find((one) => said.startsWith(one))
    if (word === undefined) continue
    const about = typed.slice(word.length)
    // Initials stand alone or before a space: gb is a verb, gbdx may be a matter.
    if (/^[a-z]/.test(word) && about !== '' && !/^[\s\d]/.test(about)) continue
    return { verb, about: about.trim() }
  }
  return null
}
