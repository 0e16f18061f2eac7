import type { SignedInView } from '../../gateway/contract/sign-in.ts'

/** Of this site and of no other: an address that somebody sent must not lead away after the password was typed. null = nowhere in particular. */
export function whereTo(search: string): string | null {
  const to = new URLSearchParams(search).get('to')
  return to !== null && /^\/(?![/\\])[\w\-./?=&%]*$/.test(to) && !to.startsWith('/sign-in') ? to : null
}
/** The counter whose page was asked for; null = none. */
export const counterIn = (to: string | null): string | null =>
  to === null ? null : (/^\/counter\/\?(?:.*&)?counter=([\w-]+)/.exec(to)?.[1] ?? null)

/** The pages of somebody, by what they may do. A supervisor opens any counter; a clerk her own. */
export function placesOf({ roles, counters }: SignedInView): { counters: readonly string[] | null; pages: string[] } {
  const isHigh = roles.includes('supervisor')
  const pages = [
    ...(roles.includes('guide') || isHigh ? ['/guide/'] : []),
    ...(roles.includes('admin') || isHigh ? ['/manage/'] : []),
  ]
  return { counters: isHigh ? null : roles.includes('clerk') ? counters : [], pages }
}

/** Where somebody goes at once: where they were on the way to, or the only page that is theirs. null = they choose. */
export function onlyPlace(to: string | null, person: SignedInView): string | null {
  if (to !== null) return to
  const { counters, pages } = placesOf(person)
  if (pages.length === 0 && counters?.length === 1) return `/counter/?counter=${counters[0]}`
  return pages.length === 1 && counters?.length === 0 ? (pages[0] ?? null) : null
}
