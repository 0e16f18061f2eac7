import { after } from '../time.ts'

/** The work's result, or `late` when it takes longer than `ms`: a device that hangs must hold up nobody. A rejection counts as late. */
export async function within<T, L>(ms: number, work: Promise<T>, late: L): Promise<T | L> {
  let inTime = (): void => {}
  const tooLate = new Promise<L>((done) => {
    inTime = after(ms, () => done(late))
  })
  try {
    return await Promise.race([work.catch(() => late), tooLate])
  } finally {
    inTime()
  }
}
