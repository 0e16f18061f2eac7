import { clockAt } from '../../gateway/contract/hall-time.ts'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { CatalogueEntry } from '../../gateway/catalogue/search/entry.ts'
import type { SearchIndex } from '../../gateway/catalogue/search/indexed-matters.ts'
import { searchMatters } from '../../gateway/catalogue/search/search-matters.ts'
import type { TicketView } from '../../gateway/contract/line-views.ts'
import type { DeskShown } from './desk-shown.ts'
import { Icon, type IconName } from '../../display/shared/icons.tsx'
import { Dialog } from '../shared/staff/dialog.tsx'
import { KeyCap, Tag } from '../shared/staff/marks.tsx'
import { queueNote } from '../shared/staff/queue-note.ts'
import type { DeviceView } from '../../gateway/contract/device-view.ts'
import type { CounterRow } from '../../gateway/contract/staff-views.ts'
import type { DeviceAct } from './device-acts.ts'
import type { Verb } from './verbs.ts'
import { type PaletteLine, paletteOf } from './palette-lines.ts'
import { type Desk, type TicketAction, actionKeys, actionWord } from './ticket-actions.ts'
import { actionIcons } from './ticket-card.tsx'
import { placeWords, stateTone } from './ticket-row.tsx'
import { say } from './words.ts'

interface CommandPaletteProps {
  view: DeskShown
  index: SearchIndex
  desk: Desk
  deskPrinter: string
  onClose: () => void
  onAction: (action: TicketAction, ticket: TicketView) => void
  onTicket: (ticket: TicketView) => void
  onQueue: (queueId: string) => void
  onMatter: (entry: CatalogueEntry) => void
  onVerb: (verb: Verb) => void
  onCounter: (counterId: string) => void
  onDevice: (act: DeviceAct, device: DeviceView) => void
}

/** One field for everything: a number, letters of a matter, a queue, a device. Enter takes the first line. */
export function CommandPalette({
  view,
  index,
  desk,
  deskPrinter,
  onClose,
  onAction,
  onTicket,
  onQueue,
  onMatter,
  onVerb,
  onCounter,
  onDevice,
}: CommandPaletteProps): JSX.Element {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const matters = searchMatters(index, query, 6).found.map(({ entry }) => entry)
  const { ticket, lines } = paletteOf(query, view, matters, desk)
  const run = (line: PaletteLine | undefined): void => {
    if (!line) return
    switch (line.kind) {
      case 'act':
        return onAction(line.action, line.ticket)
      case 'ticket':
        return onTicket(line.ticket)
      case 'queue':
        return onQueue(line.queue.id)
      case 'verb':
        return onVerb(line.verb)
      case 'counter':
        return onCounter(line.counter.id)
      case 'device-act':
        return onDevice(line.act, line.device)
      case 'matter':
        return onMatter(line.entry)
      case 'device': {
        // The one thing to do with a device is to look what can be done with it.
        setQuery(line.device.id)
        setAt(0)
        return
      }
    }
  }
  const onKey = (key: string, event: KeyboardEvent): void => {
    if (event.isComposing) return
    if (key === 'ArrowDown') setAt(Math.min(lines.length - 1, at + 1))
    else if (key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (key === 'Enter') run(lines[at])
    else if (ticket && letterLine(lines, key)) run(letterLine(lines, key))
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={say('palette.title')} onClose={onClose} onKey={onKey} wide>
      <label class="palette-field">
        <Icon name="search" size={28} stroke={2} />
        <input
          class="num"
          aria-label={say('palette.hint')}
          placeholder={say('palette.hint')}
          value={query}
          // The person who pressed / is about to type.
          autofocus
          onInput={(event) => {
            setQuery(event.currentTarget.value)
            setAt(0)
          }}
        />
        <KeyCap>Esc</KeyCap>
      </label>
      {ticket && (
        <div class="palette-ticket">
          <span class="num">{ticket.number}</span>
          <div>
            <b>{ticket.matterName ?? ticket.queueName}</b>
            <p>
              {[
                say('palette.taken', { clock: clockAt(ticket.takenAt, view.hall.timeZone) }),
                ticket.times > 0 ? say('palette.calledTimes', { times: ticket.times }) : '',
                placeWords(ticket, desk.now, view.hall.timeZone),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
          </div>
          <span class="grow" />
          <Tag tone={stateTone(ticket, desk.now)}>{say(`states.${ticket.state}`)}</Tag>
        </div>
      )}
      <div class="palette-lines" role="listbox" aria-label={say('palette.title')}>
        {lines.map((line, place) => {
          const { icon, title, note, keyCap } = faceOf(line, deskPrinter)
          return (
            <div
              key={place}
              class="palette-line"
              role="option"
              aria-selected={place === at}
              onClick={() => run(line)}
              onMouseMove={() => setAt(place)}
            >
              <span class="device-icon">
                <Icon name={icon} size={26} />
              </span>
              <b class="cut">{title}</b>
              <span class="palette-note">{note}</span>
              <span class="grow" />
              {place === at && <KeyCap>{say('palette.enter')}</KeyCap>}
              {keyCap !== null && <KeyCap>{keyCap}</KeyCap>}
            </div>
          )
        })}
        {lines.length === 0 && query.trim() !== '' && <p class="card-empty">{say('palette.notFound')}</p>}
      </div>
      <div class="palette-foot">
        <span>{say('palette.hint')}</span>
        <span class="grow" />
        <KeyCap>↑ ↓</KeyCap> {say('palette.choose')}
        <KeyCap>{say('palette.enter')}</KeyCap> {say('palette.run')}
      </div>
    </Dialog>
  )
}

/** Once the number is complete a letter is an action: no number has letters behind its digits. */
function letterLine(lines: readonly PaletteLine[], key: string): PaletteLine | undefined {
  const name = key === 'Delete' ? 'Del' : key.toUpperCase()
  return lines.find((line) => line.kind === 'act' && actionKeys[line.action] === name)
}

function faceOf(
  line: PaletteLine,
  deskPrinter: string,
): { icon: IconName; title: string; note: string; keyCap: string | null } {
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
