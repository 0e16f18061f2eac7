/** How many may stand in the line: all of them, and from one address. */
export interface LineBounds {
  most: number
  mostOfOne: number
}

/**
 * Requests without a token stand in a line of their own: one of them in each turn of the event loop, so that a call from a counter that
 * comes meanwhile never waits for more than one stranger. Answers false when the line is full; then `work` is not done.
 */
export function strangerLine({ most, mostOfOne }: LineBounds): {
  enter(address: string, work: () => void): boolean
} {
  const line: { address: string; work: () => void }[] = []
  const standing = new Map<string, number>()
  let going = false

  function one(): void {
    const next = line.shift()
    if (next === undefined) {
      going = false
      return
    }
    const left = (standing.get(next.address) ?? 1) - 1
    if (left === 0) standing.delete(next.address)
    else standing.set(next.address, left)
    setImmediate(one)
    next.work()
  }
  return {
    enter(address, work) {
      const own = standing.get(address) ?? 0
      if (line.length >= most || own >= mostOfOne) return false
      standing.set(address, own + 1)
      line.push({ address, work })
      if (!going) {
        going = true
        setImmediate(one)
      }
      return true
    },
  }
}
