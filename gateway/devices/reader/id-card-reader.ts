import type { Link } from '../link.ts'
import { within } from '../within.ts'
import { identityOnCard } from './card-text.ts'
import type { CardIdentity } from './identity-hash.ts'
import { DONE, FIND_CARD, FOUND, READ_CARD, SELECT_CARD, type SamAnswer, samAnswers } from './sam-frame.ts'
import { pause } from '../../time.ts'

/**
 * idle: reads nothing. waiting: a card may be laid on. lift: one lay there before; take it off and lay it on again. unreadable: lay it on
 * again. mute: the reader does not answer; it is asked now and then, without reading, until it does.
 */
export type ReaderState = 'idle' | 'waiting' | 'lift' | 'unreadable' | 'mute'

export interface IdCardReader {
  /** Reads one card, the next that is laid on. Only after the visitor saw the notice and agreed. The key is wiped when done. */
  arm(key: Uint8Array): void
  disarm(): void
  onCard(listener: (card: CardIdentity) => void): void
  onState(listener: (state: ReaderState) => void): void
  onGone(listener: () => void): void
  close(): void
}
export interface ReaderTimes {
  pollMs: number
  answerMs: number
  /** Reading takes about a second over a serial line. */
  readMs: number
  /** A mute reader is asked again so often. */
  askAgainMs: number
}
export const readerTimes: ReaderTimes = { pollMs: 300, answerMs: 1_000, readMs: 3_000, askAgainMs: 5_000 }

const SILENCES_UNTIL_MUTE = 3

/** Find, select, read; one card for each `arm`. A card that was read must leave the field before the next is looked at. */
export function idCardReader(link: Link, times: ReaderTimes): IdCardReader {
  const onCard = new Set<(card: CardIdentity) => void>()
  const onState = new Set<(state: ReaderState) => void>()
  const onGone = new Set<() => void>()
  let key: Uint8Array | null = null
  let round = 0
  let state: ReaderState = 'idle'
  let mustLeave = false
  let hear: ((answer: SamAnswer) => void) | null = null
  let isOpen = true
  const answers = samAnswers((answer) => {
    if (hear) hear(answer)
    else answer.data.fill(0)
  })
  link.onData((bytes) => {
    answers.feed(bytes)
    bytes.fill(0)
  })
  link.onClose(() => {
    isOpen = false
    disarm()
    for (const listener of onGone) listener()
  })

  function become(next: ReaderState): void {
    if (state === next) return
    state = next
    for (const listener of onState) listener(next)
  }
  function disarm(): void {
    round += 1
    key?.fill(0)
    key = null
    hear = null
    answers.wipe()
    if (state === 'mute') void askUntilItAnswers(round)
    else become('idle')
  }
  /** Only whether it answers: a card that lies there is not read. */
  async function askUntilItAnswers(mine: number): Promise<void> {
    const isMine = (): boolean => isOpen && mine === round && key === null
    while (isMine()) {
      await pause(times.askAgainMs)
      if (isMine() && (await ask(FIND_CARD, times.answerMs)) && isMine()) return become('idle')
    }
  }
  /** One question at a time is on the line, whoever asks. */
  let turn: Promise<unknown> = Promise.resolve()
  function ask(question: Uint8Array, ms: number): Promise<SamAnswer | null> {
    const asked = turn.then(() => askNow(question, ms))
    turn = asked.catch(() => {})
    return asked
  }
  async function askNow(question: Uint8Array, ms: number): Promise<SamAnswer | null> {
    answers.wipe()
    const answered = new Promise<SamAnswer>((done) => {
      hear = done
    })
    const sent = await within(
      times.answerMs,
      link.write(question).then(() => true),
      false,
    )
    const answer = sent ? await within<SamAnswer, null>(ms, answered, null) : null
    hear = null
    return answer
  }
  /** false = nobody answered. */
  async function tryOnce(mine: number): Promise<boolean> {
    const found = await ask(FIND_CARD, times.answerMs)
    if (found?.status !== FOUND) {
      if (found) {
        mustLeave = false
        if (state === 'lift') become('waiting')
      }
      return found !== null
    }
    if (mustLeave) {
      become('lift')
      return true
    }
    const selected = await ask(SELECT_CARD, times.answerMs)
    if (selected?.status !== DONE) return selected !== null
    const read = await ask(READ_CARD, times.readMs)
    if (!read) return false
    const card = key === null || mine !== round || read.status !== DONE ? null : identityOnCard(read.data, key)
    read.data.fill(0)
    answers.wipe()
    if (mine !== round) return true
    mustLeave = true
    if (!card) {
      become('unreadable')
      return true
    }
    disarm()
    for (const listener of onCard) listener(card)
    return true
  }
  async function run(mine: number): Promise<void> {
    for (let silences = 0; isOpen && mine === round; ) {
      silences = (await tryOnce(mine)) ? 0 : silences + 1
      if (mine !== round) return
      if (silences >= SILENCES_UNTIL_MUTE) become('mute')
      else if (silences === 0 && state === 'mute') become('waiting')
      await pause(times.pollMs)
    }
  }
  return {
    arm(next) {
      disarm()
      key = Uint8Array.from(next)
      next.fill(0)
      become('waiting')
      void run(round)
    },
    disarm,
    onCard: (listener) => void onCard.add(listener),
    onState: (listener) => void onState.add(listener),
    onGone: (listener) => void onGone.add(listener),
    close() {
      disarm()
      link.close()
    },
  }
}
