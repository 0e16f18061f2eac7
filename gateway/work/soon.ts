import { breathe } from '../time.ts'

/** Does something once, after whatever asks for it now has ended, however often it asks until then. */
export function soon(work: () => void): () => void {
  let isAsked = false
  return () => {
    if (isAsked) return
    isAsked = true
    void breathe().then(() => {
      isAsked = false
      work()
    })
  }
}
