/** Width of a text in ems: a Chinese character is one, a letter or figure a little more than half. */
const emsOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2000 ? 0.6 : 1), 0)
const LINE_HEIGHT = 1.25
/** A line may end early before a mark. */
const LOST_EMS = 1

/** The largest of `sizes` (pixels, largest first) at which a text stands whole in a box; null = at none. */
export function fitWords(text: string, width: number, height: number, sizes: readonly number[]): number | null {
  return (
    sizes.find((size) => {
      const lines = Math.floor(height / (size * LINE_HEIGHT))
      const perLine = width / size
      return emsOf(text) <= (lines > 1 ? lines * (perLine - LOST_EMS) : perLine)
    }) ?? null
  )
}

/** Names in as few pages as fit, each page at one size; no name is lost or cut in two. */
export function pagesOfNames(
  names: readonly string[],
  width: number,
  height: number,
  sizes: readonly number[],
): { text: string; size: number }[] {
  const smallest = sizes.at(-1) ?? 16
  const pages: string[][] = []
  for (const name of names) {
    const page = pages.at(-1)
    if (page && fitWords([...page, name].join(' · '), width, height, sizes) !== null) page.push(name)
    else pages.push([name])
  }
  return pages.map((page) => {
    const text = page.join(' · ')
    return { text, size: fitWords(text, width, height, sizes) ?? smallest }
  })
}
