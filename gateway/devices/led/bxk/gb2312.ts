import iconv from 'iconv-lite'

/**
 * The assigned cells of GB 2312-80, row by row: font cards know these 7,445 characters and no others. iconv-lite calls GBK by the
 * name `gb2312`, so its answer is checked against this list.
 */
const symbolCells: Record<number, readonly (readonly [number, number])[]> = {
  1: [[1, 94]],
  2: [
    [17, 66],
    [69, 78],
    [81, 92],
  ],
  3: [[1, 94]],
  4: [[1, 83]],
  5: [[1, 86]],
  6: [
    [1, 24],
    [33, 56],
  ],
  7: [
    [1, 33],
    [49, 81],
  ],
  8: [
    [1, 26],
    [37, 73],
  ],
  9: [[4, 79]],
}
function isAssigned(row: number, cell: number): boolean {
  if (row >= 16 && row <= 87) return cell >= 1 && cell <= (row === 55 ? 89 : 94)
  return (symbolCells[row] ?? []).some(([from, to]) => cell >= from && cell <= to)
}

/** Two look-alikes that GBK and GB2312 name differently. */
const sameSign = new Map([
  ['・', '·'],
  ['―', '—'],
])

/** Two bytes (or one, for ASCII) of one character; null when a GB2312 font has no picture for it. */
function bytesOf(character: string): readonly number[] | null {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return [code]
  const [high = 0, low = 0, ...more] = iconv.encode(sameSign.get(character) ?? character, 'gbk')
  return more.length === 0 && isAssigned(high - 0xa0, low - 0xa0) ? [high, low] : null
}

/** 〓, what Chinese type shows where a sign is missing. */
const MISSING = [0xa1, 0xfe]

/** Text for a font card. `missing` lists what it cannot show; those stand as 〓. */
export function encodeGb2312(text: string): { bytes: Uint8Array; missing: string[] } {
  const missing = new Set<string>()
  const bytes = [...text].flatMap((character) => {
    const found = bytesOf(character)
    if (!found) missing.add(character)
    return found ?? MISSING
  })
  return { bytes: Uint8Array.from(bytes), missing: [...missing] }
}

export const decodeGb2312 = (bytes: Uint8Array): string => iconv.decode(Buffer.from(bytes), 'gbk')
