const NOT_WORDS = /[^\p{L}\p{N} ]+/gu
const BETWEEN_HAN = /(?<=\p{sc=Han}) +| +(?=\p{sc=Han})/gu

/** A table of characters that stand for others, from pairs in a row. */
export const pairsOf = (pairs: string): ReadonlyMap<string, string> => {
  const all = [...pairs]
  return new Map(all.flatMap((from, nth) => (nth % 2 === 0 ? [[from, all[nth + 1] ?? from] as const] : [])))
}

/** Traditional characters become simplified ones; the length stays. */
export const simplified = (text: string, traditional: ReadonlyMap<string, string>): string =>
  traditional.size === 0 ? text : [...text].map((one) => traditional.get(one) ?? one).join('')

/** 走咯, 走哒, 走咗: what a region puts where others say 了. The length stays. */
const DONE = /(?<=\p{sc=Han})[咯咧喽嘞哒咗啰]/gu
export const oneDone = (text: string): string => text.replace(DONE, '了')

/** A sentence without punctuation, in narrow small letters; spaces are left only between words in letters. */
export const plainText = (text: string, traditional: ReadonlyMap<string, string>): string =>
  oneDone(
    simplified(text.normalize('NFKC').toLowerCase(), traditional)
      .replace(NOT_WORDS, ' ')
      .replace(/ +/g, ' ')
      .replace(BETWEEN_HAN, '')
      .trim(),
  )

/** An English word without its ending: licences → licenc, married → marri. */
export const stem = (word: string): string =>
  word.length < 5 ? word : word.replace(/(?:ies|ied|ing|es|ed|s|e|y)$/, '')
