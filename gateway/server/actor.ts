import type { Command, Role } from '../contract/commands.ts'

/** Who speaks: set by the gateway, never by the page. `roles` empty = the public. */
export interface Actor {
  name: string
  roles: readonly Role[]
}
export const thePublic: Actor = { name: 'public', roles: [] }

/** The terminal whose token this is: a token is named after its terminal. null = of no terminal. */
export function terminalOf({ name, roles }: Actor): string | null {
  return roles.includes('terminal') ? name : null
}
/** The screen whose token this is, named after it as a terminal's is. null = of no screen. */
export function screenOf({ name, roles }: Actor): string | null {
  return roles.includes('display') ? name : null
}
/** Whether a page that listens to this is the hall's own device: it showed a token for it. */
export function isOwnPage(actor: Actor, topic: string): boolean {
  const [kind, id = ''] = topic.split(':')
  if (kind === 'screen') return screenOf(actor) === id
  // Strips and panels tell nothing of themselves: one token may serve them all.
  if (kind === 'strip' || kind === 'panel') return actor.roles.includes('display')
  return actor.roles.length > 0
}
/** Whether an actor works for the whole hall and not for one terminal alone. */
const isStaff = ({ roles }: Actor): boolean => roles.includes('guide') || roles.includes('supervisor')

type CommandType = Command['type']
const atCounter: CommandType[] = [
  ...([
    'open-counter',
    'pause-counter',
    'close-counter',
    'call-next',
    'call-ticket',
    'recall-ticket',
    'serve-ticket',
  ] as const),
  ...([
    'finish-ticket',
    'miss-ticket',
    'hold-ticket',
    'resume-ticket',
    'transfer-ticket',
    'undo-step',
    'skip-leg',
    'drop-legs',
  ] as const),
]
const atDesk: CommandType[] = [
  ...([
    'take-ticket',
    'requeue-ticket',
    'cancel-ticket',
    'defer-ticket',
    'prioritise-ticket',
    'reprint-slip',
    'transfer-ticket',
  ] as const),
  ...([
    'book-appointment',
    'confirm-appointment',
    'cancel-appointment',
    'skip-leg',
    'drop-legs',
    'assign-counter',
    'restore-counter',
  ] as const),
  ...([
    'call-guide',
    'answer-help',
    'finish-help',
    'test-printer',
    'draft-notice',
    'edit-notice',
    'submit-notice',
  ] as const),
  ...(['switch-layout', 'announce', 'stop-announcement', 'reload-screen', 'picture-screen'] as const),
  ...(['switch-device-off', 'switch-device-on', 'trust-clock'] as const),
]
const may: Record<Role, readonly CommandType[]> = {
  clerk: atCounter,
  guide: atDesk,
  supervisor: [
    ...atCounter,
    ...atDesk,
    'raise-emergency',
    'lift-emergency',
    'revise-notice',
    'approve-notice',
    'withdraw-notice',
    'teach-pad',
    'bind-pad',
  ],
  terminal: ['take-ticket', 'give-back-ticket', 'call-guide', 'reprint-slip', 'print-list'],
  display: [],
  integration: ['book-appointment', 'cancel-appointment'],
}

/** Each role only does what its place in the hall does; a reason for priority is the guides' to give. `terminals`: the hall's, by id. */
export function mayOrder(actor: Actor, command: Command, terminals: readonly string[]): boolean {
  if (
    command.type === 'take-ticket' &&
    command.priority !== null &&
    !actor.roles.some((role) => role === 'guide' || role === 'supervisor')
  )
    return false
  // Hashes of persons are made by the gateway itself; whoever else sends one is not believed.
  if (command.type === 'take-ticket' && command.identity != null) return false
  if (command.type === 'book-appointment' && command.person.length > 0) return false
  // The token of one terminal gives no numbers and calls no help in the name of another.
  const own = terminalOf(actor)
  const at = 'terminalId' in command ? command.terminalId : null
  if (own !== null && terminals.includes(own) && at !== null && at !== own && !isStaff(actor)) return false
  return actor.roles.some((role) => may[role].includes(command.type))
}

const seenBy = new Map<string, readonly Role[] | 'everybody'>(
  Object.entries({
    screen: 'everybody',
    strip: 'everybody',
    panel: 'everybody',
    track: 'everybody',
    start: 'everybody',
    queues: 'everybody',
    figures: ['clerk', 'guide', 'supervisor'],
    lines: ['guide', 'supervisor'],
    tickets: ['guide', 'supervisor'],
    devices: ['guide', 'supervisor'],
    terminal: ['terminal', 'guide', 'supervisor'],
    counter: ['clerk', 'guide', 'supervisor'],
    desk: ['guide', 'supervisor'],
    manage: ['supervisor'],
  }),
)

/** What hangs in the lobby anybody may listen to; the rest is for those who work there. */
export function mayListen(actor: Actor, topic: string): boolean {
  const [kind = '', id = ''] = topic.split(':')
  const who = seenBy.get(kind)
  // What is scanned and asked for at one terminal is no other's business; guides look after all.
  if (kind === 'signals') return terminalOf(actor) === id
  if (kind === 'terminal' && !isStaff(actor)) return terminalOf(actor) === id
  return who === 'everybody' || (who?.some((role) => actor.roles.includes(role)) ?? false)
}
