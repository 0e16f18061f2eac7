import type { ServedVisit } from './visit.ts'

/** What today's earlier visits of the same queue and office tell somebody who comes now. */
export interface DaySoFar {
  /** Numbers called per minute in the last 20, 60 and 150 minutes, and since the first visit. */
  readonly pace20: number
  readonly pace60: number
  readonly pace150: number
  readonly paceDay: number
  /** log(wait ÷ E1) of those served already: the last three, the last ten, the whole office in the last hour. */
  readonly off3: number
  readonly off10: number
  readonly offOffice: number
  readonly lastKnownWait: number
  readonly lastKnownAge: number
  readonly sinceFirst: number
  readonly aheadBefore: number
  readonly aheadOffice: number
  readonly openBefore: number
  readonly openOffice: number
  readonly seen60: number
}

/**
 * For each visit what was known at its arrival: of earlier visits everything but the wait, and the wait only once it is over
 * (minute + wait ≤ now). Visits may come in any order; the answer is in theirs.
 */
export function daysSoFar(visits: readonly ServedVisit[], e1: (visit: ServedVisit) => number): DaySoFar[] {
  const answer: DaySoFar[] = new Array(visits.length)
  const places = visits.map((_, place) => place)
  for (const office of Map.groupBy(places, (place) => `${visits[place]?.day} ${visits[place]?.office}`).values()) {
    const at = (place: number) => visits[place] as ServedVisit
    const inOrder = office.toSorted((a, b) => at(a).minute - at(b).minute)
    const over = office
      .map((place) => ({ place, when: at(place).minute + at(place).wait }))
      .sort((a, b) => a.when - b.when)
    const earlier = new Map<string, ServedVisit[]>()
    const served = new Map<string, { when: number; off: number; wait: number }[]>()
    const servedOffice: { when: number; off: number }[] = []
    let next = 0
    for (const place of inOrder) {
      const visit = at(place)
      for (; next < over.length && (over[next]?.when ?? 0) <= visit.minute; next++) {
        const done = at((over[next] as { place: number }).place)
        const off = Math.log((done.wait + 2) / (e1(done) + 2))
        const one = { when: done.minute + done.wait, off, wait: done.wait }
        served.set(done.queueId, [...(served.get(done.queueId) ?? []), one].slice(-10))
        servedOffice.push(one)
      }
      const mine = earlier.get(visit.queueId) ?? []
      const known = served.get(visit.queueId) ?? []
      const mean = (of: readonly { off: number }[]) =>
        of.length === 0 ? Number.NaN : of.reduce((sum, { off }) => sum + off, 0) / of.length
      const pace = (minutes: number) => {
        const from = mine.find((one) => one.minute >= visit.minute - minutes)
        return from && visit.minute - from.minute >= 4
          ? (visit.called - from.called) / (visit.minute - from.minute)
          : Number.NaN
      }
      const others = [...earlier.entries()]
        .filter(([id]) => id !== visit.queueId)
        .map(([, of]) => of.at(-1) as ServedVisit)
      const fresh = others.filter((one) => visit.minute - one.minute < 30)
      const before = mine.at(-1)
      answer[place] = {
        pace20: pace(20),
        pace60: pace(60),
        pace150: pace(150),
        paceDay: pace(1440),
        off3: mean(known.slice(-3)),
        off10: mean(known),
        offOffice: mean(servedOffice.slice(-40).filter((one) => visit.minute - one.when < 60)),
        lastKnownWait: known.at(-1)?.wait ?? Number.NaN,
        lastKnownAge: visit.minute - (known.at(-1)?.when ?? Number.NaN),
        sinceFirst: visit.minute - (mine[0]?.minute ?? visit.minute),
        aheadBefore: visit.ahead - (mine.findLast((one) => visit.minute - one.minute >= 20)?.ahead ?? Number.NaN),
        aheadOffice: fresh.reduce((sum, one) => sum + one.ahead, visit.ahead),
        openBefore: visit.openCounters - (before?.openCounters ?? Number.NaN),
        openOffice: fresh.reduce((sum, one) => sum + one.openCounters, visit.openCounters),
        seen60: mine.filter((one) => visit.minute - one.minute <= 60).length,
      }
      earlier.set(visit.queueId, [...mine, visit])
    }
  }
  return answer
}
