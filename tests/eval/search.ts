import { askedDepartment } from '../../gateway/catalogue/search/asked-department.ts'
import { searchMatters } from '../../gateway/catalogue/search/search-matters.ts'
import { type HeldBackQuery, type QueryClass, heldBackQueries } from './held-back-queries.ts'
import { sampleIndex } from './sample-index.ts'
import { typedQueries } from './typed-queries.ts'

export const FIRST = 5

interface Missed {
  typed: string
  want: readonly string[]
  got: string[]
}
export interface Score {
  asked: number
  inFirst: number
  first: number
  missed: Missed[]
}
const newScore = (): Score => ({ asked: 0, inFirst: 0, first: 0, missed: [] })
const note = (score: Score, typed: string, want: readonly string[], got: string[], fits: (name: string) => boolean) => {
  score.asked += 1
  if (got.some((name, place) => place === 0 && fits(name))) score.first += 1
  if (got.some(fits)) score.inFirst += 1
  else score.missed.push({ typed, want, got })
}

/** How many of the typed queries (assets/words/queries.yaml) have a wanted matter among the first five of the sample hall. */
export function scoreSearch(): Score {
  const { entries, index } = sampleIndex()
  const known = new Set(entries.map(({ name }) => name))
  const score = newScore()
  for (const { want, typed: all } of typedQueries()) {
    for (const name of want) if (!known.has(name)) throw new Error(`queries.yaml: no matter is called ${name}`)
    for (const typed of all) {
      const got = searchMatters(index, typed, FIRST).found.map(({ entry }) => entry.name)
      note(score, typed, want, got, (name) => want.includes(name))
    }
  }
  return score
}

export const isMeaning = (one: QueryClass): boolean => one !== 'spelling'

/** The same for a set that nobody tunes to, by class; `guessed`: what the hall lacks, and what was found for it all the same. */
export function scoreHeldBack(name: string): {
  all: Score
  meaning: Score
  classes: Map<QueryClass, Score>
  guessed: { typed: string; got: string[] }[]
  lacking: number
  /** Of what the hall lacks and one of its departments is in charge of: what was named, and what was found all the same. */
  sent: { typed: string; department: string; named: string | null; got: string[] }[]
} {
  const { entries, index } = sampleIndex()
  const { queries, lacking, departments } = heldBackQueries(name)
  const [all, meaning] = [newScore(), newScore()]
  const classes = new Map<QueryClass, Score>()
  const count = ({ class: one, typed, want }: HeldBackQuery): void => {
    for (const piece of want)
      if (!entries.some((entry) => entry.name.includes(piece))) throw new Error(`${name}: no matter has ${piece}`)
    const score = classes.get(one) ?? newScore()
    classes.set(one, score)
    const got = searchMatters(index, typed, FIRST).found.map(({ entry }) => entry.name)
    for (const into of [score, all, ...(isMeaning(one) ? [meaning] : [])])
      note(into, typed, want, got, (found) => want.some((piece) => found.includes(piece)))
  }
  for (const one of queries) count(one)
  const guessed = lacking.flatMap((typed) => {
    const got = searchMatters(index, typed, FIRST).found.map(({ entry }) => entry.name)
    return got.length > 0 ? [{ typed, got }] : []
  })
  const inCharge = entries.map((entry) => ({ name: entry.department }))
  const sent = departments.map(({ typed, department }) => {
    const { found, ask } = searchMatters(index, typed, FIRST)
    const named = ask === null ? null : (askedDepartment(inCharge, ask)?.name ?? null)
    return { typed, department, named, got: found.map(({ entry }) => entry.name) }
  })
  return { all, meaning, classes, guessed, lacking: lacking.length, sent }
}

if (import.meta.main) {
  const say = (name: string, { asked, inFirst, first }: Score): void => {
    const percent = (count: number): string => `${((100 * count) / asked).toFixed(1)} %`
    console.log(
      `${name}: ${asked} queries, ${percent(inFirst)} in the first ${FIRST} (${inFirst}), ${percent(first)} at once (${first})`,
    )
  }
  const showMissed = process.argv.includes('--missed')
  const tell = ({ missed }: Score): void => {
    for (const { typed, want, got } of missed)
      console.log(`${typed}: wanted ${want.join(' / ')}, got ${got.join(' / ') || 'nothing'}`)
  }
  const own = scoreSearch()
  tell(own)
  say('own set', own)
  for (const name of ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']) {
    const { all, meaning, classes, guessed, lacking, sent } = scoreHeldBack(name)
    for (const [one, score] of classes) say(`held back, ${name}, ${one}`, score)
    say(`held back, ${name}, meaning`, meaning)
    say(`held back, ${name}, all`, all)
    console.log(`held back, ${name}, lacking: ${lacking - guessed.length} of ${lacking} find nothing`)
    const right = sent.filter(({ department, named, got }) => named === department && got.length === 0)
    if (sent.length > 0)
      console.log(`held back, ${name}, department: ${right.length} of ${sent.length} are sent to who is in charge`)
    if (showMissed) {
      for (const { typed, department, named, got } of sent)
        if (named !== department || got.length > 0)
          console.log(`${typed}: ${department}, named ${named ?? 'nobody'}, got ${got.join(' / ') || 'nothing'}`)
      tell(all)
      for (const { typed, got } of guessed) console.log(`${typed}: lacking, got ${got.join(' / ')}`)
    }
  }
}
