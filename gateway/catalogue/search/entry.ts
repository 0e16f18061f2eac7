/** What the terminal keeps of each matter to find it without asking. */
export interface CatalogueEntry {
  id: string
  name: string
  /** Not there = it has none. */
  nameEn?: string
  /** The department's name. */
  department: string
  departmentId: string
  kind: string
  queueId: string | null
  popular: number
  aliases: string[]
  /** Pinyin syllables of `name`, one for each character; other characters stand for themselves. */
  syllables: string[]
  aliasSyllables: string[][]
  /** 即办 */
  onTheSpot: boolean
  /** When one needs it, of those that replace a paper: 丢了; not there = it needs no saying. */
  when?: string
}
