import type { IconName } from '../../display/shared/icons.tsx'
import type { HallSurfaces, StartView } from '../../gateway/contract/start-view.ts'
import { say } from './words.ts'

/** Of each kind the first that the hall has; null = it has none. */
export interface Shown {
  terminal: string | null
  /** Where that terminal's slips come out. */
  printer: string | null
  screen: string | null
  counter: string | null
  panel: string | null
}
export const shownOf = ({ terminals, screens, panels, counters }: HallSurfaces): Shown => ({
  terminal: terminals[0]?.id ?? null,
  printer: terminals[0]?.printer ?? null,
  screen: screens[0]?.id ?? null,
  counter: counters[0] ?? null,
  panel: panels[0]?.id ?? null,
})

export interface Surface {
  icon: IconName
  title: string
  text: string
  /** null = there is nothing to open yet. */
  address: string | null
}
/** Pages of one kind, each under its short name. */
export interface SurfaceGroup {
  icon: IconName
  title: string
  text: string
  pages: { id: string; name: string; address: string }[]
}

export const addressOf = {
  terminal: (id: string) => `/kiosk/?terminal=${id}`,
  screen: (id: string) => `/display/?screen=${id}`,
  counter: (id: string) => `/counter/?counter=${id}`,
  panel: (id: string) => `/led/?panel=${id}`,
  strip: (id: string) => `/strip/?counter=${id}`,
} as const
type Kind = keyof typeof addressOf
const icons: Readonly<Record<Kind, IconName>> = {
  terminal: 'terminal',
  screen: 'screen',
  counter: 'counter',
  panel: 'panel',
  strip: 'strip',
}

const atDesk = (text: string, isDemo: boolean): string => (isDemo ? `${text}　${say('demoSignIn')}` : text)
const staffPages = (isDemo: boolean): Surface[] => [
  { icon: 'guide', title: say('guide.title'), text: atDesk(say('guide.text'), isDemo), address: '/guide/' },
  { icon: 'list', title: say('manage.title'), text: atDesk(say('manage.text'), isDemo), address: '/manage/' },
]

/** The list beside a demo hall: one of each kind, and the newest visitor's phone. Staff pages tell that a demo asks for no sign-in. */
export function surfaces({ surfaces: has, lastToken }: Pick<StartView, 'surfaces' | 'lastToken'>): Surface[] {
  const shown = shownOf(has)
  const one = (kind: Kind, id: string | null): Surface[] =>
    id === null
      ? []
      : [
          {
            icon: icons[kind],
            title: say(`${kind}.title`, { id }),
            text: kind === 'counter' ? atDesk(say('counter.text'), true) : say(`${kind}.text`),
            address: addressOf[kind](id),
          },
        ]
  return [
    ...one('terminal', shown.terminal),
    ...one('screen', shown.screen),
    ...one('counter', shown.counter),
    ...staffPages(true),
    ...one('panel', shown.panel),
    ...one('strip', shown.counter),
    {
      icon: 'phone',
      title: say('phone.title'),
      text: lastToken === null ? say('phoneNone') : say('phone.text'),
      address: lastToken === null ? null : `/t/${lastToken}`,
    },
  ]
}

/** The pages of a hall at work that there is one of, whatever the hall has. */
export function ownPages({ booking, phoneNumbers }: HallSurfaces): Surface[] {
  return [
    ...staffPages(false),
    ...(booking
      ? [{ icon: 'appointment' as const, title: say('book.title'), text: say('book.text'), address: '/book' }]
      : []),
    ...(phoneNumbers
      ? [{ icon: 'phone' as const, title: say('takeByPhone.title'), text: say('takeByPhone.text'), address: '/take' }]
      : []),
  ]
}

/** Everything else that a hall at work has, kind by kind; what it does not have is left out. */
export function ownGroups({ terminals, screens, panels, counters }: HallSurfaces): SurfaceGroup[] {
  const numbers = counters.map((id) => ({ id, name: id }))
  const group = (kind: Kind, pages: readonly { id: string; name: string }[]): SurfaceGroup[] =>
    pages.length === 0
      ? []
      : [
          {
            icon: icons[kind],
            title: say(`groups.${kind}`),
            text: say(`${kind}.text`),
            pages: pages.map(({ id, name }) => ({ id, name, address: addressOf[kind](id) })),
          },
        ]
  return [
    ...group('terminal', terminals),
    ...group('counter', numbers),
    ...group('screen', screens),
    ...group('strip', numbers),
    ...group('panel', panels),
  ]
}
