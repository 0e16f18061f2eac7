import type { JSX } from 'preact'
import type { DeskView } from '../../gateway/contract/staff-views.ts'
import type { HelpView } from '../../gateway/contract/view-parts.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { Button } from '../shared/staff/button.tsx'
import { KeyCap, Tag } from '../shared/staff/marks.tsx'
import { minutesBetween, sinceWords } from '../shared/staff/time-words.ts'
import { say } from './words.ts'

interface HelpCardProps {
  help: HelpView[]
  today: DeskView['helpToday']
  nameOf: (deviceId: string) => string
  now: number
  online: boolean
  underWay: string | null
  onPress: (help: HelpView) => void
}

/** Where to go and what for: 1 楼 A 区 · 停在“身份证补领”. */
export const helpWords = ({ place, where }: Pick<HelpView, 'place' | 'where'>, isTerminal: boolean): string =>
  [place, where === null ? null : isTerminal ? say('helpScreen', { where }) : where]
    .filter((part) => part !== null)
    .join(' · ') || say('helpPlain')

/** Who asks for a guide; those without an answer first, the longest first. */
export function HelpCard({ help, today, nameOf, now, online, underWay, onPress }: HelpCardProps): JSX.Element {
  const waiting = help.filter((one) => one.answeredBy === null)
  const answered = help.filter((one) => one.answeredBy !== null)
  return (
    <section class="card help">
      <div class="card-head">
        <h2>{say('help')}</h2>
        <small>{waiting.length === 0 ? say('helpNobody') : say('helpCount', { waiting: waiting.length })}</small>
        <span class="grow" />
        {today.meanSeconds !== null && (
          <small>{say('helpToday', { answered: today.answered, seconds: today.meanSeconds })}</small>
        )}
        <KeyCap>2</KeyCap>
      </div>
      <div class="help-list" data-card="2" tabIndex={-1}>
        {help.length === 0 && <p class="card-empty">{say('helpEmpty')}</p>}
        {[...waiting, ...answered].map((one, place) => {
          const open = one.answeredBy === null
          const keyCap = !open ? null : place === 0 ? 'G' : place === 1 ? 'Shift G' : null
          const words = helpWords(one, nameOf(one.from) !== one.from)
          return (
            <div key={one.id} class={one.escalated ? 'help-row help-late' : 'help-row'}>
              <span class={open ? 'help-open' : 'help-going'}>
                <Icon name="guide" size={28} />
              </span>
              <b class="cut">{nameOf(one.from)}</b>
              <span class="help-where" title={words}>
                {one.left
                  ? say('helpLeft')
                  : open
                    ? words
                    : say('onTheWayFrom', { who: one.answeredBy ?? '', where: words })}
              </span>
              {open ? (
                <Tag tone={one.escalated || minutesBetween(one.at, now) >= 1 ? 'red' : 'amber'}>
                  {one.escalated ? say('helpEscalated', { since: sinceWords(one.at, now) }) : sinceWords(one.at, now)}
                </Tag>
              ) : (
                <Tag tone={one.left ? 'plain' : 'qing'}>{one.left ? say('leftTag') : say('answered')}</Tag>
              )}
              <span class="help-button">
                <Button
                  label={open ? say('go') : one.left ? say('seen') : say('finishHelp')}
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
