import type { Link } from '../link.ts'
import { within } from '../within.ts'
import type { CardDriver, CardLine } from './card-driver.ts'

const MOST_WAITING = 16

export interface OpenedLine {
  line: CardLine
  /** What is there spoke, and nothing of it was a frame of such a card. */
  isStranger(): boolean
}

/** Questions and answers over one link; `onGone` when the other side has left, once. */
export function cardLine(link: Link, driver: CardDriver, answerMs: number, onGone: () => void): OpenedLine {
  const answers: Uint8Array[] = []
  let heard = 0
  let understood = false
  let give: ((answer: Uint8Array | null) => void) | null = null
  let gone = false
  const feed = driver.reader((answer) => {
    understood = true
    const waiting = give
    give = null
    if (waiting) waiting(answer)
    else if (answers.length < MOST_WAITING) answers.push(answer)
  })
  link.onData((bytes) => {
    heard += bytes.length
    feed(bytes)
  })
  link.onClose(() => {
    if (gone) return
    gone = true
    give?.(null)
    onGone()
  })
  const send = (bytes: Uint8Array): Promise<boolean> =>
    within(
      answerMs,
      link.write(bytes).then(() => true),
      false,
    )
  async function ask(bytes: Uint8Array): Promise<Uint8Array | null> {
    if (gone) return null
    if (bytes.length === 0 && answers.length > 0) return answers.shift() ?? null
    // What came before a real question is no answer to it.
    if (bytes.length > 0) answers.length = 0
    const answered = new Promise<Uint8Array | null>((done) => (give = done))
    try {
      if (bytes.length > 0 && !(await send(bytes))) return null
      return gone ? null : await within(answerMs, answered, null)
    } finally {
      give = null
    }
  }
  const alone = link.alone ?? (<T>(work: () => Promise<T>): Promise<T> => work())
  return {
    line: {
      tell: (bytes) => alone(async () => !gone && send(bytes)),
      ask: (bytes) => alone(() => ask(bytes)),
    },
    // On a shared line one hears what the others answer, and that is no stranger.
    isStranger: () => link.alone === undefined && heard > 0 && !understood,
  }
}
