import { clockAt } from '../../gateway/contract/hall-time.ts'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { CatalogueEntry } from '../../gateway/catalogue/search/entry.ts'
import type { SearchIndex } from '../../gateway/catalogue/search/indexed-matters.ts'
import { searchMatters } from '../../gateway/catalogue/search/search-matters.ts'
import type { TicketView } from '../../gateway/contract/line-views.ts'
import type { DeskShown } from './desk-shown.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { Dialog } from '../shared/staff/dialog.tsx'
import { KeyCap, Tag } from '../shared/staff/marks.tsx'
import type { DeviceView } from '../../gateway/contract/device-view.ts'
import type { DeviceAct } from './device-acts.ts'
import type { Verb } from './verbs.ts'
import { faceOf } from './palette-faces.ts'
import { type PaletteLine, paletteOf } from './palette-lines.ts'
import { type Desk, type TicketAction, actionKeys } from './ticket-actions.ts'
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
