import type { JSX } from 'preact'
import { Icon, type IconName } from '../../../display/shared/icons.tsx'
import { facts } from '../hall-facts.ts'
import { hallNow } from '../queue-now.ts'
import type { Session } from '../session.ts'
import { say } from './words.ts'

interface Action {
  name: 'take' | 'find' | 'checkin' | 'progress' | 'ask'
  icon: IconName
  sub: string
  isOff: boolean
  onPress: () => void
}

/** 长辈关怀版: four things to do, one below the other, in words of the street; a person is one of them. */
export function ElderHome({ session }: { session: Session }): JSX.Element {
  const { press, queues, whyOffline, whyNoNumber, help, canCallGuide, callGuide, low } = session
  const isAway = whyOffline.value !== null
  const actions: Action[] = [
    {
      name: 'take',
      icon: 'ticket',
      sub: whyNoNumber.value ?? hallNow(queues.value) ?? say('takeSub'),
      isOff: isAway,
      onPress: () => press({ type: 'queues' }),
    },
    { name: 'find', icon: 'search', sub: say('findSub'), isOff: false, onPress: () => press({ type: 'search' }) },
    facts.value.booking
      ? {
          name: 'checkin',
          icon: 'appointment',
          sub: say('checkinSub'),
          isOff: isAway,
          onPress: () => press({ type: 'checkin' }),
        }
      : {
          name: 'progress',
          icon: 'list',
          sub: say('progressSub'),
          isOff: isAway,
          onPress: () => press({ type: 'progress' }),
        },
    {
      name: 'ask',
      icon: 'guide',
      sub: help.value === null ? say(isAway ? 'askAway' : 'askSub') : say(help.value.answeredBy ? 'coming' : 'asked'),
      isOff: !canCallGuide.value,
      onPress: callGuide,
    },
  ]
  return (
    <main class="screen elder-home">
      <div class="above">
        <h1 class="serif">{say('greeting')}</h1>
        <p class="hint">{say(low.value ? 'lowHint' : 'greetingHint')}</p>
      </div>
      <div class="below">
        {actions.map(({ name, icon, sub, isOff, onPress }) => (
          <button type="button" class={`elder-action ${name}`} key={name} disabled={isOff} onClick={onPress}>
            <Icon name={icon} size={132} stroke={1.35} />
            <span>
              <b class="serif">{say(name)}</b>
              <span>{sub}</span>
            </span>
            <Icon name="chevron" size={80} stroke={2.2} />
          </button>
        ))}
      </div>
    </main>
  )
}
