import type { CounterRow } from '../../gateway/contract/staff-views.ts'
import type { IconName } from '../../display/shared/icons.tsx'
import { queueNote } from '../shared/staff/queue-note.ts'
import type { PaletteLine } from './palette-lines.ts'
import { type TicketAction, actionKeys, actionWord } from './ticket-actions.ts'
import { actionIcons } from './ticket-card.tsx'
import type { Verb } from './verbs.ts'
import { say } from './words.ts'

export interface PaletteFace {
  icon: IconName
  title: string
  note: string
  /** The key that does it once the number is complete; null = Enter alone. */
  keyCap: string | null
}

/** How a line of the palette looks. `deskPrinter`: the name of this desk's. */
export function faceOf(line: PaletteLine, deskPrinter: string): PaletteFace {
  switch (line.kind) {
    case 'act': {
      const notes: Record<TicketAction, string> = {
        requeue: say('palette.requeueNote'),
        reprint: say('palette.reprintNote', { printer: deskPrinter }),
        prioritise: say('palette.prioritiseNote'),
        transfer: say('palette.transferNote'),
        find: say('palette.findNote', { number: line.ticket.number }),
        cancel: say('palette.cancelNote'),
      }
      return {
        icon: actionIcons[line.action],
        title: actionWord(line.action, line.ticket),
        note: notes[line.action],
        keyCap: actionKeys[line.action],
      }
    }
    case 'ticket':
      return {
        icon: 'ticket',
        title: line.ticket.number,
        note: `${say(`states.${line.ticket.state}`)} · ${line.ticket.matterName ?? line.ticket.queueName}`,
        keyCap: null,
      }
    case 'queue':
      return {
        icon: 'people',
        title: `${line.queue.series} ${say('palette.showQueue', { name: line.queue.name })}`,
        note: queueNote(line.queue),
        keyCap: null,
      }
    case 'verb':
      return {
        icon: verbIcons[line.verb],
        title: say(`verbs.${line.verb}`),
        note: say(`verbNotes.${line.verb}`),
        keyCap: null,
      }
    case 'counter':
      return {
        icon: 'counter',
        title: say('palette.counter', { counterId: line.counter.id }),
        note: counterWords(line.counter),
        keyCap: null,
      }
    case 'device-act':
      return {
        icon: 'screen',
        title: say(`deviceActs.${line.act}`, { name: line.device.name }),
        note: line.device.word,
        keyCap: null,
      }
    case 'matter':
      return {
        icon: 'ticket',
        title: say('palette.takeFor', { name: line.entry.name }),
        note: line.entry.department,
        keyCap: null,
      }
    case 'device':
      return { icon: 'screen', title: `${line.device.id} ${line.device.name}`, note: line.device.word, keyCap: null }
  }
}

const verbIcons: Record<Verb, IconName> = {
  announce: 'speaker',
  assign: 'counter',
  notice: 'notice',
  take: 'ticket',
  help: 'guide',
  appointments: 'appointment',
  consult: 'guide',
  errands: 'people',
}

/** Who is there and what it calls: 正在办 A042 · 叫 A、B. */
export function counterWords({ state, pauseReason, number, staff, queues, sent }: CounterRow): string {
  const now =
    state === 'closed'
      ? say('counterClosed')
      : state === 'paused'
        ? say('counterPaused', { reason: pauseReason ?? '' })
        : number === null
          ? say('counterFree')
          : say('counterBusy', { number })
  return [
    staff && `${staff.name}（${staff.number}）`,
    now,
    say('assign.calls', { queues: queues.join('、') }),
    sent > 0 ? say('counterSent', { people: sent }) : null,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}
