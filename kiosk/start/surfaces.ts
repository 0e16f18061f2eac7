import type { IconName } from '../../display/shared/icons.tsx'
import { words } from './words.ts'

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
  const staff = (text: string): string => (demo ? `${text}　${words.demoSignIn}` : text)
  const counter = words.counter(shown.counter)
  return [
    { icon: 'terminal', ...words.terminal(shown.terminal), address: addresses.terminal },
    { icon: 'screen', ...words.screen(shown.screen), address: addresses.screen },
    { icon: 'counter', ...counter, text: staff(counter.text), address: addresses.counter },
    { icon: 'guide', ...words.guide, text: staff(words.guide.text), address: addresses.guide },
    { icon: 'panel', ...words.manage, text: staff(words.manage.text), address: addresses.manage },
    { icon: 'panel', ...words.panel(shown.panel), address: addresses.panel },
    { icon: 'live', ...words.strip(shown.counter), address: addresses.strip },
    ...(demo
      ? [
          {
            icon: 'phone' as const,
            title: words.phone.title,
            text: lastToken === null ? words.phoneNone : words.phone.text,
            address: lastToken === null ? null : `/t/${lastToken}`,
          },
        ]
      : []),
  ]
}
