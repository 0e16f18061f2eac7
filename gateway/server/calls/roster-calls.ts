import { rosterRead, rosterView } from '../../contract/roster.ts'
import { calls } from '../../rights/calls.ts'
import type { DescribedCall } from './described-call.ts'

/** Who is on duty, and what a sheet says of it. */
export const rosterCalls: readonly DescribedCall[] = [
  {
    method: 'get',
    path: '/roster',
    says: '值班表：从 from 到 until 谁值班（supervisor、admin、integration）',
    who: calls['keep-roster'],
    query: ['from', 'until'],
    answer: rosterView,
    refuses: ['not-understood'],
    example: { query: { from: '2026-03-16', until: '2026-03-22' } },
  },
  {
    method: 'post',
    path: '/roster/look',
    says: '送来一个值班表文件（请求体就是文件：xlsx 或 csv），只看读出什么，不改（supervisor、admin、integration）',
    who: calls['keep-roster'],
    sends: 'application/octet-stream',
    answer: rosterRead,
    refuses: ['file-not-read', 'too-many'],
    example: { body: '日期,值班领导,导办员\n2026-03-18,示例领导,示例导办 8:30-12:00\n' },
  },
]
