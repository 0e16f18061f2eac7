const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** The words of a name: a line breaks between two of them, 民政与 / 退役军人. */
export const wordsOf = (name: string): string[] => [...segmenter.segment(name)].map(({ segment }) => segment)

/** Lines that a name takes when so many signs stand on one and no word is broken that fits on a line. */
export function linesOf(name: string, signs: number): number {
  let [lines, taken] = [1, 0]
  for (const word of wordsOf(name)) {
    const long = [...word].length
    if (taken > 0 && taken + long > signs) {
      lines += 1
      taken = 0
    }
    lines += Math.ceil((taken + long) / signs) - 1
    taken = long > signs ? long % signs : taken + long
  }
  return lines
}
