/** Work that takes the machine's memory or a thread: one after the other. null = so many wait already. */
export function takeTurns(mostWaiting: number): <Done>(work: () => Promise<Done>) => Promise<Done> | null {
  let waiting = 0
  let before: Promise<unknown> = Promise.resolve()
  return (work) => {
    if (waiting > mostWaiting) return null
    waiting += 1
    const mine = before.then(work).finally(() => {
      waiting -= 1
    })
    before = mine.catch(() => {})
    return mine
  }
}
