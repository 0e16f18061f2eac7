const DLE = 0x10
const EOT = 0x04
/** A question comes alone or behind a few bytes; longer pieces are pictures, in which the same bytes mean nothing. */
const LONGEST_QUESTION = 16

export interface StandingHead {
  feed(bytes: Uint8Array): void
  /** Paper is in and the cover closed: what was kept is printed now, and nobody may be waiting for it any more. */
  goOn(): void
}

/**
 * Between the wire and the head: while it stands still, what comes is kept in the printer's own memory, and only real-time
 * questions (DLE EOT n) are answered.
 */
export function standingHead(
  isStanding: () => boolean,
  print: (bytes: Uint8Array) => void,
  answer: (question: 1 | 2 | 3 | 4) => void,
): StandingHead {
  let kept: Uint8Array[] = []
  function feed(bytes: Uint8Array): void {
    if (!isStanding()) return print(bytes)
    if (bytes.length > LONGEST_QUESTION) return void kept.push(bytes)
    const rest: number[] = []
    for (let at = 0; at < bytes.length; at += 1) {
      const question = bytes[at + 2] ?? 0
      if (bytes[at] === DLE && bytes[at + 1] === EOT && question >= 1 && question <= 4) {
        answer(question as 1 | 2 | 3 | 4)
        at += 2
      } else rest.push(bytes[at] ?? 0)
    }
    if (rest.length > 0) kept.push(Uint8Array.from(rest))
  }
  return {
    feed,
    goOn() {
      const all = kept
      kept = []
      for (const bytes of all) print(bytes)
    },
  }
}
