import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../../display/shared/icons.tsx'
import { Button } from '../shared/staff/button.tsx'
import { openChime } from '../shared/staff/chime.ts'
import { ringForHelp } from '../shared/staff/ring-for-help.ts'
import { sinceWords } from '../shared/staff/time-words.ts'
import type { SectionProps } from './section-props.ts'
import { say } from './words.ts'

/** Calls for a guide that nobody has answered in time: over every section, with sound, until somebody takes them. */
export function HelpBand({ hall, view, orders }: SectionProps): JSX.Element | null {
  const ring = useRef<ReturnType<typeof ringForHelp> | null>(null)
  ring.current ??= ringForHelp(openChime(), (from) => from)
  useEffect(() => ring.current?.hear(view.help), [view.help])
  useEffect(() => () => ring.current?.end(), [])
  if (view.help.length === 0) return null
  return (
    <div class="help-band" role="alert">
      {view.help.map((one) => (
        <p key={one.id}>
          <Icon name="guide" size={24} />
          <b>{say('helpLate', { from: one.from, place: one.place ?? '', since: sinceWords(one.at, hall.now()) })}</b>
          <span class="grow">{one.where}</span>
          <Button
            look="main"
            label={say('helpGo')}
            busy={orders.underWay.value === one.id}
            onPress={() =>
              void orders.press({
                id: one.id,
                commands: [{ type: 'answer-help', helpId: one.id }],
                done: say('helpTaken', { from: one.from }),
              })
            }
          />
        </p>
      ))}
    </div>
  )
}
