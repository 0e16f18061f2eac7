import type { Visit } from './visit.ts'

/** B0, what halls show without learning: configured minutes × place ÷ open counters, at most five hours. */
export const configuredEstimate = (visit: Pick<Visit, 'ahead' | 'openCounters' | 'configuredMinutes'>): number =>
  Math.min(300, (visit.configuredMinutes * (visit.ahead + 1)) / Math.max(1, visit.openCounters))
