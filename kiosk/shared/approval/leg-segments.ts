import type { ApprovalLegView, ApprovalView } from '../../../gateway/contract/approvals.ts'
import { addDays } from '../../../gateway/contract/hall-time.ts'
import type { LaneScale } from './lane-scale.ts'

export interface Segment {
  readonly kind: 'done' | 'running' | 'yellow' | 'red' | 'paused' | 'to-come'
  readonly left: number
  readonly width: number
}

/** A leg's bar: what was worked, what stood, what is left until it is due. A pause shifts its own leg only. */
export function legSegments(
  leg: ApprovalLegView,
  { acceptedOn, today }: Pick<ApprovalView, 'acceptedOn' | 'today'>,
  scale: LaneScale,
): Segment[] {
  const end = leg.finishedOn ?? today
  const worked =
    leg.finishedOn !== null ? 'done' : leg.light === 'red' ? 'red' : leg.light === 'yellow' ? 'yellow' : 'running'
  const segments: Segment[] = []
  const put = (kind: Segment['kind'], afterDay: string, lastDay: string): void => {
    const [left, right] = [scale.endOf(afterDay), scale.endOf(lastDay)]
    if (right > left) segments.push({ kind, left, width: right - left })
  }
  let at = acceptedOn
  for (const pause of leg.pauses) {
    const before = addDays(pause.from, -1)
    const until = pause.until !== null && pause.until < end ? pause.until : end
    put(leg.finishedOn === null && leg.stage === 'running' ? worked : 'done', at, before < end ? before : end)
    put('paused', before, until)
    at = until > at ? until : at
  }
  put(worked, at, end)
  if (leg.finishedOn === null && leg.dueOn > today) put('to-come', today, leg.dueOn)
  return segments
}
