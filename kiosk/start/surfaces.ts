import type { IconName } from '../../display/shared/icons.tsx'
import { say } from './words.ts'

/** What the start page shows of a hall: the ids that every sample hall has. */
export const shown = { terminal: 'K1', printer: 'PR1', screen: 'L1', counter: '1', panel: 'P1' } as const

export interface Surface {
  icon: IconName
  title: string
  text: string
  /** null = there is nothing to open yet. */
  address: string | null
}

export const addresses = {
  terminal: `/kiosk/?terminal=${shown.terminal}`,
  screen: `/display/?screen=${shown.screen}`,
  counter: `/counter/?counter=${shown.counter}`,
  guide: '/guide/',
  manage: '/manage/',
  panel: `/led/?panel=${shown.panel}`,
  strip: `/strip/?counter=${shown.counter}`,
} as const

/** The list on the left; staff pages tell that a demo asks for no sign-in. */
export function surfaces(demo: boolean, lastToken: string | null): Surface[] {
  const atDesk = (text: string): string => (demo ? `${text}　${say('demoSignIn')}` : text)
  const named = (kind: 'terminal' | 'screen' | 'counter' | 'panel' | 'strip', id: string) => ({
    title: say(`${kind}.title`, { id }),
    text: kind === 'counter' ? atDesk(say('counter.text')) : say(`${kind}.text`),
  })
  const guide = { title: say('guide.title'), text: atDesk(say('guide.text')) }
  const manage = { title: say('manage.title'), text: atDesk(say('manage.text')) }
  return [
    { icon: 'terminal', ...named('terminal', shown.terminal), address: addresses.terminal },
    { icon: 'screen', ...named('screen', shown.screen), address: addresses.screen },
    { icon: 'counter', ...named('counter', shown.counter), address: addresses.counter },
    { icon: 'guide', ...guide, address: addresses.guide },
    { icon: 'list', ...manage, address: addresses.manage },
    { icon: 'panel', ...named('panel', shown.panel), address: addresses.panel },
    { icon: 'strip', ...named('strip', shown.counter), address: addresses.strip },
    ...(demo
      ? [
          {
            icon: 'phone' as const,
            title: say('phone.title'),
            text: lastToken === null ? say('phoneNone') : say('phone.text'),
            address: lastToken === null ? null : `/t/${lastToken}`,
          },
        ]
      : []),
  ]
}
