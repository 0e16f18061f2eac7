const ROW_PX = 984
const GAP_PX = 16
/** Of a chip: its size of type, and its edges with what stands before and after the words. */
const TYPE_PX = 36
const BESIDE_PX = 78

/** As drawn: Chinese signs are square, others a little more than half as wide. */
const widthOf = (text: string): number =>
  BESIDE_PX + [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? TYPE_PX : 0.53 * TYPE_PX), 0)

/** The first `most` that fill so many rows of buttons, in their order; a name too long for what is left of the rows is passed over. */
export function chipsThatFit<One>(all: readonly One[], most: number, rows: number, shown: (one: One) => string): One[] {
  const chosen: One[] = []
  let [row, used] = [1, 0]
  for (const one of all) {
    if (chosen.length === most) break
    const width = widthOf(shown(one))
    if (used > 0 && used + GAP_PX + width <= ROW_PX) used += GAP_PX + width
    else if (used === 0) used = width
    else if (row < rows && width <= ROW_PX) [row, used] = [row + 1, width]
    else continue
    chosen.push(one)
  }
  return chosen
}
