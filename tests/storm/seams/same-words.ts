import type * as pageClock from '../../../gateway/client/page-clock.ts'
import type * as tcpLink from '../../../gateway/devices/tcp-link.ts'
import type * as runApart from '../../../gateway/work/run-apart.ts'
import type * as time from '../../../gateway/time.ts'
import * as stormPageClock from './storm-page-clock.ts'
import * as stormRunApart from './storm-run-apart.ts'
import * as stormTcp from './storm-tcp.ts'
import * as stormTime from './storm-time.ts'

/** The compiler holds the seams to the words of what they stand for. */
export const sameWords: [typeof time, typeof pageClock, typeof tcpLink, typeof runApart] = [
  stormTime,
  stormPageClock,
  stormTcp,
  stormRunApart,
]
