import { clockAt } from '../../gateway/contract/hall-time.ts'
import { counterRanges } from '../../gateway/contract/counter-ranges.ts'
import type { JSX } from 'preact'
import { create } from 'qrcode'
import type { QueueView } from '../../gateway/contract/line-views.ts'
import type { SlipView, Wait } from '../../gateway/contract/view-parts.ts'
import { Button } from '../shared/staff/button.tsx'
import { rangeWords } from '../shared/staff/time-words.ts'
import { say } from './words.ts'
import type { ZoneNames } from './zone-names.ts'

/** The answer to take-ticket. */
export interface Taken {
  ticketId: string
  number: string
  queueId: string
  token: string
  ahead: number
  wait: Wait
  counters: string[]
  slip: SlipView
  /** The booked hour that it came too late for, epoch ms. */
  lateFor?: number | null
}

export function TakenTicket({
  taken,
  queue,
  zones,
  timeZone,
  onAnother,
  onClose,
}: {
  taken: Taken
  queue: QueueView | null
  zones: ZoneNames
  timeZone: string
  onAnother: () => void
  onClose: () => void
}): JSX.Element {
  const places =
    queue?.where.map(
      (place) =>
        `${zones.get(place.zone) ?? place.zone} · ${say('take.counters', { counters: counterRanges(place.counters) })}`,
    ) ?? []
  return (
    <div>
      <div class="taken">
        <div>
          <div class="num taken-number">{taken.number}</div>
          <dl>
            <dt>{say('take.where')}</dt>
            <dd>
              {places.length > 0
                ? places.join('；')
                : say('take.counters', { counters: counterRanges(taken.counters) })}
            </dd>
            {taken.lateFor != null && (
              <>
                <dt>{say('take.booked')}</dt>
                <dd>{say('take.late', { clock: clockAt(taken.lateFor, timeZone) })}</dd>
              </>
            )}
            <dt>{say('take.ahead')}</dt>
            <dd>{say('take.people', { people: taken.ahead })}</dd>
            <dt>{say('take.wait')}</dt>
            <dd>
              {taken.wait === null
                ? say('take.waitUnknown')
                : say('take.waitMinutes', { range: rangeWords(taken.wait) })}
            </dd>
            <dt>{say('take.slip')}</dt>
            <dd>{taken.slip.printerId === null ? say('take.slipNone') : say('take.slipPrinting')}</dd>
          </dl>
        </div>
        <figure>
          <Code text={`${location.origin}/t/${taken.token}`} />
          <figcaption>{say('take.scan')}</figcaption>
        </figure>
      </div>
      <div class="dialog-foot">
        <Button label={say('take.another')} icon="ticket" onPress={onAnother} />
        <span class="grow" />
        <Button big look="main" label={say('take.finish')} keyCap="Esc" onPress={onClose} />
      </div>
    </div>
  )
}

/** A QR code as one path, with the four quiet modules that readers need. */
export function Code({ text }: { text: string }): JSX.Element {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const dots = Array.from(modules.data).flatMap((dark, place) =>
    dark ? [`M${(place % modules.size) + 4} ${Math.floor(place / modules.size) + 4}h1v1h-1z`] : [],
  )
  const side = modules.size + 8
  return (
    <svg
      class="code"
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={say('take.scan')}
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={dots.join('')} fill="#000" />
    </svg>
  )
}
