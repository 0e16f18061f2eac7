import { minuteOf } from '../contract/hall-time.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArrivalProfile } from '../domain/simulation/day-plan.ts'

/** The measured share of arrivals by half hour (kolejkeR, MIT). */
export function readArrivalProfile(): ArrivalProfile {
  const file = join(import.meta.dirname, '../../assets/simulation/arrival_profile_halfhour.csv')
  return readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [clock = '', share = ''] = line.split(',')
      return [minuteOf(clock), Number(share)] as const
    })
}
