import { z } from 'zod'
import { deviceHealth } from '../contract/device-view.ts'
import { queueView, ticketView } from '../contract/line-views.ts'
import { matter } from '../contract/matter.ts'
import { noticeView } from '../contract/notice.ts'
import { trackView } from '../contract/visitor-views.ts'
import { where } from '../contract/view-parts.ts'
import type { OtherCall } from './other-calls.ts'

/** Lists are always `{items, total}`. */
export const listOf = (schema: z.ZodType): z.ZodType => z.object({ items: z.array(schema), total: z.number() })

const read = (path: string, says: string, answer: z.ZodType): OtherCall => ({
  path,
  method: 'get',
  says,
  status: 200,
  body: null,
  answer,
})

/** What may be asked of the hall as it is now. */
export const readCalls: OtherCall[] = [
  read(
    '/health',
    '网关是否正常；503 是现在记不下来。工作人员的口令还看得到设备的全部',
    z.looseObject({
      status: z.enum(['ok', 'cannot-write']),
      version: z.string(),
      uptimeSeconds: z.number(),
      log: z.object({ seq: z.number() }),
      devices: z.array(z.looseObject({ id: z.string(), kind: z.string(), state: z.string(), since: z.number() })),
    }),
  ),
  read('/hall', '大厅的样子：楼层、窗口、终端、屏、平面图', z.looseObject({ name: z.string(), timeZone: z.string() })),
  read('/matters', '查事项', listOf(z.looseObject({ id: z.string(), name: z.string() }))),
  read('/matters/:id', '一个事项的办事指南', z.looseObject({ ...matter.shape, where: z.array(where) })),
  read('/devices', '设备的状态（guide、supervisor、integration）', listOf(deviceHealth)),
  read('/queues', '各队列的等候', listOf(queueView)),
  read('/tickets/:ticketId', '一张号票（clerk、guide、supervisor）', ticketView),
  read('/track/:token', '一张号票（公开）', trackView),
  read('/notices', '公告；没有口令只有正在放的', listOf(noticeView)),
  read('/events', '日志（supervisor）', listOf(z.looseObject({ seq: z.number(), type: z.string() }))),
]
