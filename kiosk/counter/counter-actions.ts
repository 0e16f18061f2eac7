import type { Command } from '../../gateway/contract/commands.ts'
import { holdsCalls } from '../../gateway/contract/holds-calls.ts'
import type { CounterShown } from './counter-shown.ts'
import { say } from './words.ts'

export type ActionId =
  | 'open'
  | 'reopen'
  | 'call'
  | 'serve'
  | 'finish-call'
  | 'finish'
  | 'recall'
  | 'miss'
  | 'hold'
  | 'transfer'
  | 'note'
  | 'guide'
  | 'print'
  | 'pause'
  | 'close'
/** What the counter's page shows, with the emergency that every surface carries. */
type Situation = Pick<CounterShown, 'state' | 'ticket' | 'waiting' | 'emergency' | 'help'>

/** The likeliest next thing at this counter; always the biggest button, always 空格. */
export function mainAction({ state, ticket, emergency }: Situation): ActionId {
  if (ticket?.state === 'called') return 'serve'
  if (ticket) return state === 'open' && !holdsCalls(emergency) ? 'finish-call' : 'finish'
  switch (state) {
    case 'closed':
      return 'open'
    case 'paused':
      return 'reopen'
    case 'open':
      return 'call'
  }
}

export const keyOf: Partial<Record<ActionId, string>> = {
  recall: 'F2',
  miss: 'F3',
  hold: 'F4',
  transfer: 'F6',
  note: 'F7',
  guide: 'F8',
  finish: 'Shift Space',
  print: 'P',
  pause: 'F9',
  close: 'F10',
}

/** A visit shorter than that was hardly one: more likely the key was pressed twice. */
export const HARDLY_MS = 10_000

/** Why finishing is asked for first: a visit of a few seconds, or an emergency in which nothing may end by accident. null = it is not. */
export function asksFirst(
  action: ActionId,
  { ticket, emergency }: Pick<Situation, 'ticket' | 'emergency'>,
  now: number,
): 'hardly' | 'emergency' | null {
  if ((action !== 'finish' && action !== 'finish-call') || ticket === null) return null
  if (holdsCalls(emergency)) return 'emergency'
  const since = (ticket.state === 'serving' ? ticket.servingAt : ticket.calledAt) ?? 0
  return now >= since && now - since < HARDLY_MS ? 'hardly' : null
}

/** What a key means now; null = nothing. Digits call back the held tickets and are answered by `heldOfKey`. */
export function actionOfKey(key: string, situation: Situation): ActionId | null {
  if (key === 'Space') return mainAction(situation)
  if (key === 'F9' && situation.state === 'paused') return 'reopen'
  return (Object.entries(keyOf) as [ActionId, string][]).find(([, name]) => name === key)?.[0] ?? null
}

/** Why an action cannot be taken now, in words for the button; null = it can. */
export function blockedBecause(
  action: ActionId,
  { state, ticket, waiting, emergency, help }: Situation,
  online: boolean,
): string | null {
  if (!online) return say('because.offline')
  const held = holdsCalls(emergency) ? say('because.alert') : null
  switch (action) {
    case 'open':
    case 'reopen':
      return null
    case 'call':
      if (state === 'closed') return say('because.closed')
      if (state === 'paused') return say('because.paused')
      if (ticket) return say('because.hasTicket', { number: ticket.number })
      return held ?? (waiting === 0 ? say('because.nobody') : null)
    case 'serve':
      return ticket === null ? say('because.noTicket') : ticket.state === 'called' ? null : say('because.serving')
    case 'recall':
      return ticket === null ? say('because.noTicket') : ticket.state === 'called' ? held : say('because.serving')
    case 'finish-call':
      return ticket === null ? say('because.noTicket') : held
    case 'finish':
    case 'miss':
    case 'hold':
    case 'transfer':
    case 'note':
      return ticket === null ? say('because.noTicket') : null
    case 'print':
      return ticket === null
        ? say('because.noTicket')
        : ticket.missing.length === 0
          ? say('because.nothingMissing')
          : null
    case 'guide':
      return help === null ? null : help.answeredBy === null ? say('because.guideAsked') : say('because.guideComes')
    case 'pause':
      return state === 'closed' ? say('because.closed') : state === 'paused' ? say('because.paused') : null
    case 'close':
      return state === 'closed'
        ? say('because.already')
        : ticket
          ? say('because.hasTicket', { number: ticket.number })
          : null
  }
}

/** The orders of one press, in their row. Actions that first ask a question give none here. */
export function commandsOf(action: ActionId, counterId: string): Command[] {
  switch (action) {
    case 'open':
    case 'reopen':
      return [{ type: 'open-counter', counterId }]
    case 'call':
      return [{ type: 'call-next', counterId }]
    case 'serve':
      return [{ type: 'serve-ticket', counterId }]
    case 'finish-call':
      // The gateway refuses a second ticket at one counter, so the first must be over.
      return [
        { type: 'finish-ticket', counterId },
        { type: 'call-next', counterId },
      ]
    case 'finish':
      return [{ type: 'finish-ticket', counterId }]
    case 'recall':
      return [{ type: 'recall-ticket', counterId }]
    case 'miss':
      return [{ type: 'miss-ticket', counterId }]
    case 'close':
      return [{ type: 'close-counter', counterId }]
    case 'print':
      return [{ type: 'print-missing', counterId }]
    case 'hold':
    case 'transfer':
    case 'note':
    case 'guide':
    case 'pause':
      return []
  }
}

/** The ticket behind the keys 1–9: those held, then those just missed. */
export const heldOfKey = <T>(key: string, held: readonly T[]): T | null =>
  /^[1-9]$/.test(key) ? (held[Number(key) - 1] ?? null) : null

/** Why a held ticket cannot be called back now. */
export function resumeBlocked({ state, ticket, emergency }: Situation, online: boolean): string | null {
  if (!online) return say('because.offline')
  if (state === 'closed') return say('because.closed')
  if (state === 'paused') return say('because.paused')
  if (ticket) return say('because.hasTicket', { number: ticket.number })
  return holdsCalls(emergency) ? say('because.alert') : null
}

/** Why the last step cannot be taken back now, at the gateway's time in epoch ms; null = it can. */
export function undoBlocked(undo: CounterShown['undo'], now: number): string | null {
  if (undo === null) return say('undoNothing')
  if (now > undo.until) return say('undoOver')
  return undo.stuck === null ? null : say('undoStuck', { number: undo.stuck })
}

/** The list of what is missing after a press on one material: there, or missing. */
export const toggled = (missing: readonly string[], name: string): string[] =>
  missing.includes(name) ? missing.filter((one) => one !== name) : [...missing, name]

/** Somebody joined while this counter was free and nobody stood in its line: worth a soft sound. */
export const joinedEmptyLine = (
  before: Pick<CounterShown, 'waiting'> | null,
  now: Pick<CounterShown, 'state' | 'ticket' | 'waiting'>,
): boolean => before?.waiting === 0 && now.waiting > 0 && now.state === 'open' && now.ticket === null

/** Materials with what the visitor said is missing; names that the guide does not list come last. */
export function checklist(
  materials: readonly string[],
  missing: readonly string[],
): { name: string; missing: boolean }[] {
  const extra = missing.filter((name) => !materials.includes(name))
  return [
    ...materials.map((name) => ({ name, missing: missing.includes(name) })),
    ...extra.map((name) => ({ name, missing: true })),
  ]
}
