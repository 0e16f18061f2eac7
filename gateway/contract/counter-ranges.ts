/** Counters as people say them: 8–14、17, in English 8–14, 17. Neighbours are one range; a name that is no number stays as it is, behind the numbers. */
export function counterRanges(ids: readonly string[], between = '、'): string {
  const numbers = ids.filter((id) => /^\d+$/.test(id)).sort((one, other) => Number(one) - Number(other))
  const others = ids.filter((id) => !/^\d+$/.test(id))
  const ranges: [from: string, to: string][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last && Number(number) <= Number(last[1]) + 1) last[1] = number
    else ranges.push([number, number])
  }
  return [...ranges.map(([from, to]) => (from === to ? from : `${from}–${to}`)), ...others].join(between)
}
