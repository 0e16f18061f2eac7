import type { ScreenView } from '../../../gateway/contract/display-views.ts'
import type { PromiseOf } from '../storm.ts'

/** A wall that sees a call later than this has been away; who is called now goes first. */
const IN_TIME_MS = 10_000
/** From the chime to the last clip. */
const LONGEST_CALL_MS = 15_000
/** A call that stands so long before a well wall is heard, whoever was called before it. */
const HEARD_WITHIN_MS = 150_000
const MINUTE_MS = 60_000

/** Each call is called out once and in its order, by what the wall showed and what its loudspeaker said. */
export const calls: PromiseOf = ({ world, witness, pages }, broken) => {
  /** What the wall has shown as awaited: when it was made and when it was seen first, world ms. */
  const seen = new Map<
    string,
    { calledAt: number; firstAt: number; isFresh: boolean; lastAt: number; number: string }
  >()
  const saidAt = new Map<string, number>()
  let wall: unknown = null
  let isWell = false
  /** When one came to the wall, world ms. */
  const emergencies: number[] = []
  let isEmergency = false
  function look(): void {
    const page = pages.get('L1')
    const view = page?.hall.view<ScreenView>('screen:L1').value ?? null
    const stood = page !== undefined && page.process.frozenUntil <= world.now() && page.hall.online.value
    // Another page, or one that stood still, begins anew.
    if (page?.process !== wall || !stood) seen.clear()
    wall = page?.process ?? null
    isWell = stood && view !== null
    // In an emergency calls are held, and who was called before it may be called again.
    if (view?.emergency) {
      seen.clear()
      if (!isEmergency) emergencies.push(world.now())
    }
    isEmergency = view?.emergency != null
    if (!isWell || !view || view.emergency) return
    const awaited = new Set<string>()
    for (const { callId, calledAt, standing, number } of view.calls) {
      if (standing !== 'called') continue
      awaited.add(callId)
      const now = hallNow()
      const known = seen.get(callId)
      if (known) known.lastAt = world.now()
      else
        seen.set(callId, {
          calledAt,
          firstAt: world.now(),
          lastAt: world.now(),
          isFresh: now - calledAt < IN_TIME_MS - 2_000,
          number,
        })
    }
    for (const callId of seen.keys()) if (!awaited.has(callId)) seen.delete(callId)
    for (const [callId, { firstAt, isFresh, number }] of seen) {
      if (!isFresh || saidAt.has(callId) || world.now() - firstAt < HEARD_WITHIN_MS + 10_000 * seen.size) continue
      broken(
        'SM11',
        `${number} stands on the wall for ${Math.round((world.now() - firstAt) / 1000)} s and is not called out`,
      )
    }
  }
  const hallNow = (): number => pages.get('L1')?.hall.heardAt.value ?? 0
  function judge(callId: string, at: number): void {
    const before = saidAt.get(callId)
    const forgot = witness.forgotAt.get('L1') ?? Number.NEGATIVE_INFINITY
    const wasCut = emergencies.some((from) => from >= (before ?? 0) && from - (before ?? 0) < LONGEST_CALL_MS)
    if (before !== undefined && !wasCut && !(forgot > before && at - before < MINUTE_MS + 30_000))
      broken(
        'SM11',
        `call ${callId} is called out at ${Math.round(before / 1000)} s and again at ${Math.round(at / 1000)} s`,
      )
    saidAt.set(callId, at)
    const own = seen.get(callId)
    // As the wall stands at this moment: who was called anew meanwhile has another call.
    look()
    if (!own?.isFresh) return
    for (const [other, { calledAt, isFresh, number, firstAt }] of seen)
      if (other !== callId && isFresh && !saidAt.has(other) && calledAt < own.calledAt && firstAt < own.firstAt)
        broken('SM11', `${own.number} is called out before ${number}, who was called earlier`)
  }
  witness.onSpoken(({ callId, at }) => judge(callId, at))
  return {
    rule: 'SM11',
    look: { eachMs: 500, take: look },
  }
}
