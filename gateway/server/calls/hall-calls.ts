import { z } from 'zod'
import { queueView } from '../../contract/line-views.ts'
import { translationsShown } from '../../contract/translation.ts'
import { type DescribedCall, listOf } from './described-call.ts'

/** The hall as it is now. */
export const hallCalls: readonly DescribedCall[] = [
  {
    method: 'get',
    path: '/health',
    says: '网关是否正常；503 是现在记不下来。工作人员的口令还看得到设备的全部',
    who: 'anybody',
    answer: z.looseObject({
      status: z.enum(['ok', 'cannot-write']),
      version: z.string(),
      uptimeSeconds: z.number(),
      log: z.object({ seq: z.number() }),
      devices: z.array(z.looseObject({ id: z.string(), kind: z.string(), state: z.string(), since: z.number() })),
    }),
  },
  {
    method: 'get',
    path: '/hall',
    says: '大厅的样子：楼层、窗口、终端、屏、平面图',
    who: 'anybody',
    answer: z.looseObject({ name: z.string(), timeZone: z.string() }),
  },
  {
    method: 'get',
    path: '/translations/:language',
    says: '两人审过的译文；没审过的显示中文',
    who: 'anybody',
    answer: translationsShown,
    refuses: ['unknown-language'],
  },
  {
    method: 'get',
    path: '/queues',
    says: '各队列的等候',
    who: 'anybody',
    answer: listOf(queueView),
  },
]
