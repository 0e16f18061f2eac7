import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Command } from '../../../gateway/contract/commands.ts'
import type { EscalationView } from '../../../gateway/contract/escalations.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { Button } from './button.tsx'
import { openChime } from './chime.ts'
import type { OrderLine } from './order-line.ts'
import { ringForHelp } from './ring-for-help.ts'
import { sinceWords } from './time-words.ts'
import { sayStaff } from './words.ts'

interface BandProps {
  escalations: readonly EscalationView[]
  now: () => number
  orders: OrderLine
}

/** So many stand over the page at once; the board has them all. */
const MOST = 2

/** Orders by which somebody takes what was told: a call for a guide is answered with it. */
export const takeOrders = ({ id, what, subjectId }: EscalationView): Command[] => [
  { type: 'take-escalation', escalationId: id },
  ...(what === 'help' ? [{ type: 'answer-help' as const, helpId: subjectId }] : []),
]

/** A queue without a counter stands 3 分, told to the leader on duty. */
export const escalationNote = ({ what, since, to, names }: EscalationView, now: number): string =>
  [
    sayStaff(`escalation.what.${what}`),
    sinceWords(since, now),
    names.length > 0
      ? sayStaff('escalation.toNamed', { to: sayStaff(`escalation.to.${to}`), names: names.join('、') })
      : sayStaff(`escalation.to.${to}`),
  ].join(' · ')

/** What was told to somebody above and rings: over every section until somebody takes it. */
export function EscalationBand({ escalations, now, orders }: BandProps): JSX.Element | null {
  const ring = useRef<ReturnType<typeof ringForHelp> | null>(null)
  ring.current ??= ringForHelp(openChime(), (from) => from)
  const loud = escalations.filter(({ how, takenBy }) => how.includes('sound') && takenBy === null)
  const ids = loud.map(({ id }) => id).join(' ')
  useEffect(() => {
    ring.current?.hear(
      loud.map(({ id, name, at }) => ({
        id,
        from: name,
        place: null,
        where: null,
        at,
        answeredBy: null,
        left: false,
        escalated: true,
      })),
    )
  }, [ids])
  useEffect(() => () => ring.current?.end(), [])
  if (loud.length === 0) return null
  return (
    <div class="help-band" role="alert">
      {loud.slice(0, MOST).map((one) => (
        <p key={one.id} data-escalation={one.what}>
          <Icon name={one.what === 'help' ? 'guide' : 'warning'} size={24} />
          <b>{one.name}</b>
          <span class="grow">{escalationNote(one, now())}</span>
          <Button
            look="main"
            label={one.what === 'help' ? sayStaff('escalation.go') : sayStaff('escalation.take')}
            busy={orders.underWay.value === one.id}
            onPress={() =>
              void orders.press({
                id: one.id,
                commands: takeOrders(one),
                fine: ['already-so'],
                done: sayStaff('escalation.taken', { name: one.name }),
              })
            }
          />
        </p>
      ))}
      {loud.length > MOST && <p>{sayStaff('escalation.more', { many: loud.length - MOST })}</p>}
    </div>
  )
}
