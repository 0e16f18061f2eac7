const marks = [',', '\t', ';', '|', '，', '；'] as const
type Mark = (typeof marks)[number]
const LOOKED_AT = 64 * 1024

/**
 * What stands between the cells: the mark that cuts most of the first rows into the same number of cells, so that a title line above the
 * table and commas inside a cell do not decide. Marks between quotes do not count.
 */
export function guessSeparator(text: string): Mark {
  const rows = countedRows(text.slice(0, LOOKED_AT))
  let best: { mark: Mark; score: number } = { mark: ',', score: 0 }
  for (const [nth, mark] of marks.entries()) {
    const counts = Map.groupBy(
      rows.map((row) => row[nth] ?? 0).filter((count) => count > 0),
      (count) => count,
    )
    for (const [count, same] of counts) {
      // Two rows of ten cells say more than two of two; a comma of a sentence stands alone.
      const score = same.length * (1 + count / 4)
      if (score > best.score) best = { mark, score }
    }
  }
  return best.mark
}

function countedRows(text: string): number[][] {
  const rows: number[][] = []
  let counts = marks.map(() => 0)
  let isQuoted = false
  const end = (): void => {
    rows.push(counts)
    counts = marks.map(() => 0)
  }
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (character === '\n' || character === '\r') end()
    else {
      const nth = marks.indexOf(character as Mark)
      if (nth >= 0) counts[nth] = (counts[nth] ?? 0) + 1
    }
  }
  end()
  return rows
}
