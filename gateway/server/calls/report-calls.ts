import { calls } from '../../rights/calls.ts'
import { z } from 'zod'
import { reportView, usualDayView } from '../../contract/reports.ts'
import { whatIfAnswer, whatIfQuestion } from '../../contract/what-if.ts'
import type { DescribedCall } from './described-call.ts'

/** Days in figures, and what more counters would change. */
export const reportCalls: readonly DescribedCall[] = [
  {
    method: 'post',
    path: '/what-if',
    says: '如果多开（少开）几个窗口，今天余下的等候会怎样（supervisor）',
    who: calls['try-what-if'],
    body: whatIfQuestion,
    answer: whatIfAnswer,
    refuses: ['unknown-queue', 'not-played'],
    example: { body: { queueId: 'B', counters: 2 } },
  },
  {
    method: 'get',
    path: '/reports',
    says: '哪些天有报表（supervisor、admin）',
    who: calls['see-reports'],
    answer: z.object({
      items: z.array(z.object({ day: z.string(), demo: z.boolean(), closedAt: z.number() })),
      total: z.number(),
    }),
  },
  {
    method: 'get',
    path: '/reports/:span/:at',
    says: '报表：span 是 day、week、month、year；at 是 2026-03-17、2026-03 或 2026；可加 ?by=queue,department 和 ?part=queue:B（supervisor、admin）',
    who: calls['see-reports'],
    query: ['by', 'part'],
    answer: reportView,
    refuses: ['not-understood'],
    example: { params: { span: 'month', at: '2026-03' }, query: { by: 'queue' } },
  },
  {
    method: 'get',
    path: '/reports/:span/:at/:format',
    says: '同一份报表存成文件：format 是 xlsx（有公式）或 csv（全部的数）；也可以加 by 和 part（supervisor、admin）',
    who: calls['see-reports'],
    query: ['by', 'part'],
    brings: 'text/csv',
    refuses: ['not-understood', 'not-found'],
    example: { params: { span: 'month', at: '2026-03', format: 'csv' }, query: { by: 'queue' } },
  },
  {
    method: 'get',
    path: '/reports/usual',
    says: '往日同时段：最近 20 个工作日每半小时的等候人数和等候时间（guide、supervisor、admin、display）',
    who: calls['see-usual-day'],
    answer: usualDayView,
  },
]
