import type { HelpView } from '../../../gateway/contract/view-parts.ts'
import { every } from '../../../gateway/client/page-clock.ts'
import type { Chime } from './chime.ts'
import { sayStaff } from './words.ts'

const AGAIN_MS = 10_000

/**
 * A page rings while somebody's call is unanswered: a sound at once and every ten seconds, the count in the tab's title, and a notification where the
 * browser was allowed to. `nameOf`: who calls, in words.
 */
export function ringForHelp(chime: Pick<Chime, 'ring'>, nameOf: (from: string) => string) {
  const title = document.title
  let known = new Set<string>()
  let stop: (() => void) | null = null
  return {
    hear(help: readonly HelpView[]): void {
      const open = help.filter(({ answeredBy }) => answeredBy === null)
      const fresh = open.filter(({ id }) => !known.has(id))
      known = new Set(open.map(({ id }) => id))
      document.title = open.length === 0 ? title : sayStaff('helpTitle', { count: open.length, title })
      if (open.length === 0) {
        stop?.()
        stop = null
        return
      }
      if (fresh.length > 0) {
        chime.ring()
        for (const one of fresh) notify(nameOf(one.from), one.place ?? one.where ?? '')
      }
      stop ??= every(AGAIN_MS, chime.ring)
    },
    /** To be called from a press: browsers ask the person only then. */
    async allow(): Promise<void> {
      if ('Notification' in window && Notification.permission === 'default') await Notification.requestPermission()
    },
    end(): void {
      stop?.()
      stop = null
      document.title = title
    },
  }
}

function notify(from: string, body: string): void {
  if (!('Notification' in window) || Notification.permission !== 'granted' || document.hasFocus()) return
  new Notification(sayStaff('helpFrom', { from }), { body, tag: from })
}
