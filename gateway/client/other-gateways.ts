import { readGateways } from '../contract/gateways.ts'

const KEPT = 'tingshi:gateways'

/** The gateways of this hall as the last one told them; kept for the day on which a page begins while its own is away. */
export function otherGateways(): {
  learn(gateways: readonly string[]): void
  /** Whether there is another door to knock at than this page's own. */
  hasOthers(): boolean
  at(tries: number): string
} {
  let all = readGateways(localStorage.getItem(KEPT) ?? '') ?? []
  const hasOthers = (): boolean => all.length > 1 && all.includes(location.origin)
  return {
    hasOthers,
    learn(gateways) {
      all = [...gateways]
      localStorage.setItem(KEPT, all.join(' '))
    },
    /**
     * Where to knock: at home first, then at the others in turn. A page that came by another name, the public one say, stays where it is: what
     * stands behind that name moves for it.
     */
    at(tries) {
      const own = location.origin
      if (!hasOthers()) return own
      const turn = [own, ...all.filter((one) => one !== own)]
      return turn[tries % turn.length] ?? own
    },
  }
}

/** The same page at another gateway of the hall, with what it speaks by; it is wiped from the address there. */
export function moveTo(origin: string, token: string | null): void {
  const { pathname, search, hash } = location
  location.replace(`${origin}${pathname}${search}${token === null ? hash : `#token=${token}`}`)
}
