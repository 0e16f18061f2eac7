import { pinyin } from 'pinyin-pro'
import type { Matter } from '../contract/matter.ts'
import { colloquialNames } from './colloquial-names.ts'
import type { CatalogueEntry } from './search/entry.ts'

/** What of a matter a terminal searches by. */
export type SpeltMatter = Pick<
  Matter,
  'id' | 'name' | 'nameEn' | 'kind' | 'queueId' | 'popular' | 'aliases' | 'department' | 'when'
> & {
  readonly guide: { readonly promisedDays: number | null } | null
}

const syllablesOf = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true }).map((syllable) => syllable.toLowerCase())

/** Made once at import, because reading Chinese aloud is slow and needs a dictionary that a terminal should not load. */
export function catalogueEntry(matter: SpeltMatter, departmentName: string): CatalogueEntry {
  const { id, name, kind, queueId, popular } = matter
  const aliases = [...new Set([...matter.aliases, ...colloquialNames(name)])]
  return {
    id,
    name,
    kind,
    queueId,
    popular,
    aliases,
    department: departmentName,
    departmentId: matter.department,
    syllables: syllablesOf(name),
    aliasSyllables: aliases.map(syllablesOf),
    onTheSpot: matter.guide?.promisedDays === 0,
    ...(matter.when === null ? {} : { when: matter.when }),
    // Not there in logs of before.
    ...((matter.nameEn ?? null) === null ? {} : { nameEn: matter.nameEn ?? '' }),
  }
}
