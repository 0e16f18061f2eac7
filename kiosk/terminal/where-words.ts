import zh from '../../assets/locales/zh-Hans/terminal-help.json' with { type: 'json' }
import { pageWords } from '../../display/shared/page-words.ts'
import type { Where } from './next-screen.ts'

const { say } = pageWords('terminal-help', zh)

/** What the guide is told of where the visitor is stuck, in the staff's language; null = nothing of use. */
export function whereWords({ value }: Where): string | null {
  switch (value) {
    case 'home':
      return null
    case 'matter':
    case 'details':
    case 'take-away':
      return say('guide')
    case 'flow':
    case 'flows':
      return say('flow')
    case 'search':
    case 'departments':
    case 'themes':
    case 'matters':
      return say('search')
    case 'queues':
    case 'checkin':
      return say('take')
    case 'plan':
      return say('plan')
    case 'progress':
      return say('progress')
    case 'complain':
      return say('complain')
    case 'notices':
      return say('notices')
    case 'ticket':
      return say('ticket')
  }
}
