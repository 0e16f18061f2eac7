import type { Command } from '../../gateway/contract/commands.ts'
import type { Answer } from '../../gateway/client/open-orders.ts'
import type { StormPage } from './page.ts'
import type { World } from './world.ts'

/** An order as whoever gave it saw it. */
export interface SeenOrder {
  readonly who: string
  /** As the log names it: actor and id. */
  readonly key: string
  readonly command: Command
  readonly at: number
  /** null = nothing has come yet. */
  answer: Answer | null
  answeredAt: number
  /** Its page has gone meanwhile: nobody hears the answer. */
  readonly isForsaken: boolean
}
export interface SeenPaper {
  readonly printer: string
  /** From the code on the paper; '' = no slip of a number. */
  readonly token: string
  readonly words: string[]
  readonly at: number
}
export interface SeenClip {
  readonly callId: string
  readonly at: number
}

/** A key of a pad that somebody has pressed. */
export interface SeenPress {
  readonly padId: string
  readonly at: number
  hasActed: boolean
}

/** A code that somebody has held before the scanner of a terminal. */
export interface SeenHold {
  readonly terminalId: string
  readonly code: string
  readonly at: number
}

/** What people in the hall have seen and heard. All promises are judged by it. */
export interface Witness {
  readonly orders: SeenOrder[]
  readonly papers: SeenPaper[]
  /** Calls at the beginning of their chime. */
  readonly spoken: SeenClip[]
  readonly presses: SeenPress[]
  readonly holds: SeenHold[]
  /** Codes of appointments that were given to somebody so far. */
  readonly bookedCodes: string[]
  /** Numbers that were taken for people who were not in the hall yet. */
  readonly remoteTaken: { ticketId: string; token: string }[]
  /** The number that the desk had to do with last. */
  readonly lastAtDesk: string | null
  press(padId: string): void
  hold(terminalId: string, code: string): void
  order(page: StormPage, actor: string, command: Command): Promise<Answer>
  paper(printer: string, words: string[], code: string): void
  speak(callId: string): void
  /** Heard at the moment at which it is said. */
  onSpoken(listener: (clip: SeenClip) => void): void
  /** The computer of this page has lost its memory: what was spoken there lately may be said again. */
  forget(page: string): void
  /** When a page last lost its memory, world ms. */
  readonly forgotAt: ReadonlyMap<string, number>
  /** How long each page stood still, in all, ms. */
  readonly frozenMs: Map<string, number>
}

export function openWitness(world: World): Witness {
  const orders: SeenOrder[] = []
  const papers: SeenPaper[] = []
  const spoken: SeenClip[] = []
  const presses: SeenPress[] = []
  const holds: SeenHold[] = []
  const bookedCodes: string[] = []
  const remoteTaken: { ticketId: string; token: string }[] = []
  let lastAtDesk: string | null = null
  const forgotAt = new Map<string, number>()
  const listeners: ((clip: SeenClip) => void)[] = []
  return {
    orders,
    papers,
    spoken,
    presses,
    holds,
    bookedCodes,
    remoteTaken,
    get lastAtDesk() {
      return lastAtDesk
    },
    hold: (terminalId, code) => void holds.push({ terminalId, code, at: world.now() }),
    press: (padId) => void presses.push({ padId, at: world.now(), hasActed: false }),
    forgotAt,
    frozenMs: new Map(),
    forget: (page) => void forgotAt.set(page, world.now()),
    async order(page, actor, command) {
      const answering = page.hall.order(command)
      const seen: SeenOrder = {
        who: page.name,
        key: `${actor}/${page.process.lastId}`,
        command,
        at: world.now(),
        answer: null,
        answeredAt: 0,
        get isForsaken() {
          return !page.process.isAlive
        },
      }
      orders.push(seen)
      if (page.name === 'desk' && 'ticketId' in command) lastAtDesk = command.ticketId
      const answer = await answering
      seen.answer = answer
      seen.answeredAt = world.now()
      if (answer.ok && command.type === 'book-appointment') bookedCodes.push((answer.result as { code: string }).code)
      if (answer.ok && command.type === 'take-ticket' && command.remote)
        remoteTaken.push(answer.result as { ticketId: string; token: string })
      world.note(`${page.name} is answered ${JSON.stringify(answer)}`)
      return answer
    },
    paper(printer, words, code) {
      const token = /\/t\/([\w-]+)$/.exec(code)?.[1] ?? ''
      papers.push({ printer, token, words, at: world.now() })
      world.note(`${printer} gives ${token}`)
    },
    speak(callId) {
      const clip = { callId, at: world.now() }
      spoken.push(clip)
      world.note(`the wall speaks ${callId}`)
      for (const listener of listeners) listener(clip)
    },
    onSpoken: (listener) => void listeners.push(listener),
  }
}
