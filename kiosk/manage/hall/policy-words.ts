import { say } from './words.ts'

/** What the rules of a queue mean, in a sentence; as `strict` where they are not written. */
export function meaningOf(policy: Partial<Record<string, unknown>> | null | undefined): string {
  const { kind, ordinary = 0, priority = 0, headStartMinutes = 0 } = policy ?? {}
  switch (kind) {
    case 'first-come':
      return say('policy.first-come')
    case 'interleave':
      return say('policy.interleave', { ordinary: String(ordinary), priority: String(priority) })
    case 'ageing':
      return say('policy.ageing', { minutes: String(headStartMinutes) })
    default:
      return say('policy.strict')
  }
}
