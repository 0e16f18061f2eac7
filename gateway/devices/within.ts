/** The work's result, or `late` when it takes longer than `ms`: a device that hangs must hold up nobody. A rejection counts as late. */
export async function within<T, L>(ms: number, work: Promise<T>, late: L): Promise<T | L> {
  let alarm: NodeJS.Timeout | undefined
  const tooLate = new Promise<L>((done) => {
    alarm = setTimeout(done, ms, late)
  })
  try {
    return await Promise.race([work.catch(() => late), tooLate])
  } finally {
    clearTimeout(alarm)
  }
}
