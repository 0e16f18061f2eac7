import type { Audience } from '../audience.ts'
import type { Standing } from '../contract/escalations.ts'
import { escalationNews } from '../domain/escalations/decide.ts'
import type { Office } from '../office/office.ts'
import type { StandsNow } from '../views/standing-view.ts'

interface KeepDeps {
  office: Pick<Office, 'handle' | 'state' | 'hallModel'>
  watch: Audience['watch']
  /** Epoch ms of the hall's clock. */
  now(): number
  /** Milliseconds that never go back. */
  monotonic(): number
  /** Does something again and again; what breaks in it is told. */
  every(eachMs: number, work: () => Promise<void>): { stop(): void }
}

const LOOK_EACH_MS = 1_000
/** After a start devices and pages are not known yet: what was told before stands until they have had time to say how they are. */
const SETTLED_MS = 60_000

const keyOf = ({ what, subjectId }: Pick<Standing, 'what' | 'subjectId'>): string => `${what} ${subjectId}`

/** Sees to it that what stands too long is told to whom the hall's rules say, and that what stands no more is ended. */
export function keepEscalations({ office, watch, now, monotonic, every }: KeepDeps): { stop(): void } {
  const startedAt = monotonic()
  /** Since when somebody could see it, where nobody wrote that down. */
  const seenSince = new Map<string, number>()
  let stands: readonly StandsNow[] | null = null
  let telling = false
  const leave = watch<StandsNow[]>('standing', (found) => {
    stands = found
    const here = new Set(found.map(keyOf))
    for (const key of [...seenSince.keys()]) if (!here.has(key)) seenSince.delete(key)
    for (const key of here) if (!seenSince.has(key)) seenSince.set(key, now())
  })
  function standing(found: readonly StandsNow[]): Standing[] {
    const all = found.map((one): Standing => ({ ...one, since: one.since ?? seenSince.get(keyOf(one)) ?? now() }))
    if (monotonic() - startedAt > SETTLED_MS) return all
    const here = new Set(all.map(keyOf))
    const before = office.state.escalations.open
      .filter((one) => !here.has(keyOf(one)))
      .map(({ what, subjectId, name, since }): Standing => ({ what, subjectId, name, since, departmentName: null }))
    return [...all, ...before]
  }
  async function look(): Promise<void> {
    if (stands === null || telling || office.state.clock.doubt !== null) return
    const all = standing(stands)
    const { raised, ended } = escalationNews(office.hallModel, office.state, all, now())
    if (raised.length === 0 && ended.length === 0) return
    telling = true
    try {
      await office.handle({ type: 'report-standing', standing: all }, 'hall', null)
    } finally {
      telling = false
    }
  }
  const looking = every(LOOK_EACH_MS, look)
  return {
    stop() {
      leave()
      looking.stop()
    },
  }
}
