import type { Command, Role } from '../../gateway/contract/commands.ts'

const desk: Role[] = ['guide', 'supervisor']
const machines: Role[] = ['guide', 'supervisor', 'admin']
const counter: Role[] = ['clerk', 'supervisor']
const all: Role[] = ['clerk', 'guide', 'supervisor']

/** Who may give which order, written out; not made from the product's own lists. */
export const orderTable: Record<Command['type'], readonly Role[]> = {
  'give-back-ticket': ['terminal'],
  'take-ticket': ['guide', 'supervisor', 'terminal'],
  'open-counter': counter,
  'pause-counter': counter,
  'close-counter': counter,
  'call-next': counter,
  'call-ticket': counter,
  'recall-ticket': counter,
  'serve-ticket': counter,
  'finish-ticket': counter,
  'miss-ticket': counter,
  'hold-ticket': counter,
  'resume-ticket': counter,
  'transfer-ticket': all,
  'requeue-ticket': desk,
  'defer-ticket': desk,
  'announce-coming': [],
  'ask-guide': [],
  'cancel-ticket': desk,
  'prioritise-ticket': desk,
  'reprint-slip': ['guide', 'supervisor', 'terminal'],
  'call-guide': ['guide', 'supervisor', 'terminal'],
  'print-list': ['terminal'],
  'answer-help': desk,
  'finish-help': desk,
  'test-printer': machines,
  'switch-device-off': machines,
  'switch-device-on': machines,
  'trust-clock': machines,
  'switch-layout': desk,
  announce: desk,
  'stop-announcement': desk,
  'reload-screen': machines,
  'picture-screen': machines,
  'assign-counter': desk,
  'restore-counter': desk,
  'undo-step': counter,
  'book-appointment': ['guide', 'supervisor', 'integration'],
  'confirm-appointment': ['guide', 'supervisor'],
  'cancel-appointment': ['guide', 'supervisor', 'integration'],
  'skip-leg': all,
  'drop-legs': all,
  'raise-emergency': ['supervisor'],
  'lift-emergency': ['supervisor'],
  'draft-notice': desk,
  'edit-notice': desk,
  'revise-notice': ['supervisor'],
  'submit-notice': desk,
  'approve-notice': ['supervisor'],
  'withdraw-notice': ['supervisor'],
  'teach-pad': ['supervisor', 'admin'],
  'bind-pad': ['supervisor', 'admin'],
}

export const atCounter = Object.entries(orderTable).flatMap(([type, of]) => (of === counter ? [type] : []))
