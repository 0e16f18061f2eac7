import { z } from 'zod'

const word = z.string().trim().min(1).max(40)
/** What people say, in parts that may stand anywhere in a sentence: 身份证+丢了. A part is the name of a group of words, or a word. */
const phrase = z.string().trim().min(1).max(60)
/** Pieces of a matter's name that must all be in it; -piece must not be: 食品经营许可 -变更. */
const pieces = z.string().trim().min(2).max(80)

/** What people say and what matters call it: assets/words/concepts/*.yaml, and words.yaml of a hall's folder. */
export const saidWords = z.strictObject({
  /** Words that mean the same, by the name of their group. */
  words: z.record(word, z.array(word).min(1)).default({}),
  /** The best matter first. */
  said: z.array(z.strictObject({ say: z.array(phrase).min(1), find: z.array(pieces).min(1) })).default([]),
  /** Words of a question that say nothing about the matter: 怎么办. */
  empty: z.array(word).default([]),
  /** Words of what no hall does: 彩票. A question with one of them that is not understood as a whole finds nothing. */
  elsewhere: z.array(word).default([]),
  /**
   * What people ask for here in vain: whose concern it is, null = of no department (哪家火锅好吃), and nothing else. It counts only while
   * no matter's name has one of the pieces of `unless`.
   */
  lacks: z
    .array(
      z.strictObject({
        say: z.array(phrase).min(1),
        unless: z.array(pieces).default([]),
        department: word.nullable(),
      }),
    )
    .default([]),
  /** Where to ask when nothing is found: pieces of a department's name, and what people say then. */
  ask: z.array(z.strictObject({ say: z.array(word).min(1), department: word })).default([]),
})
export type SaidWords = z.infer<typeof saidWords>
export const nothingSaid: SaidWords = { words: {}, said: [], empty: [], elsewhere: [], lacks: [], ask: [] }
