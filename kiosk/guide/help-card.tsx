import type { JSX } from 'preact'
import type { HelpView } from '../../gateway/contract/view-parts.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { Button } from '../shared/staff/button.tsx'
import { KeyCap, Tag } from '../shared/staff/marks.tsx'
import { minutesBetween, sinceWords } from '../shared/staff/time-words.ts'
import { say } from './words.ts'

interface HelpCardProps {
  help: HelpView[]
  nameOf: (deviceId: string) => string
  now: number
  online: boolean
  underWay: string | null
  onPress: (help: HelpView) => void
}

/** Who asks for a guide; those without an answer first, the longest first. */
export function HelpCard({ help, nameOf, now, online, underWay, onPress }: HelpCardProps): JSX.Element {
  const waiting = help.filter((one) => one.answeredBy === null)
  const answered = help.filter((one) => one.answeredBy !== null)
  return (
    <section class="card help">
      <div class="card-head">
        <h2>{say('help')}</h2>
        <small>{waiting.length === 0 ? say('helpNobody') : say('helpCount', { waiting: waiting.length })}</small>
        <span class="grow" />
        <KeyCap>2</KeyCap>
      </div>
      <div class="help-list" data-card="2" tabIndex={-1}>
        {help.length === 0 && <p class="card-empty">{say('helpEmpty')}</p>}
        {[...waiting, ...answered].map((one, place) => {
          const open = one.answeredBy === null
          const keyCap = !open ? null : place === 0 ? 'G' : place === 1 ? 'Shift G' : null
          return (
            <div key={one.id} class="help-row">
              <span class={open ? 'help-open' : 'help-going'}>
                <Icon name="guide" size={28} />
              </span>
              <b>{nameOf(one.from)}</b>
              <span class="help-where">
                {open
                  ? (one.where ?? say('helpPlain'))
                  : one.where === null
                    ? say('onTheWay')
                    : say('onTheWayFrom', { where: one.where })}
              </span>
              {open ? (
                <Tag tone={minutesBetween(one.at, now) >= 1 ? 'red' : 'amber'}>{sinceWords(one.at, now)}</Tag>
              ) : (
                <Tag tone="qing">{say('answered')}</Tag>
              )}
              <span class="help-button">
                <Button
                  label={open ? say('go') : say('finishHelp')}
                  look={open && place === 0 ? 'main' : 'plain'}
                  keyCap={keyCap}
                  busy={underWay === one.id}
                  blocked={online ? null : say('because.offline')}
                  onPress={() => onPress(one)}
                />
              </span>
            </div>
          )
        })}
      </div>
    </section>
  )
}
