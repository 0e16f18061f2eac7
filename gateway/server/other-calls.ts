import { z } from 'zod'
import { caseBatchAnswer, caseQuestion, caseReport, caseView } from '../contract/cases.ts'
import { displayPage, noticePlay } from '../contract/display-pulse.ts'
import { importOrder } from '../contract/catalogue-imports.ts'

interface OtherCall {
  path: string
  method: 'get' | 'post'
  says: string
  status: number
  /** null = none is read. */
  body: z.ZodType | null
  answer: z.ZodType
}
const current = z.object({ current: z.string().nullable() })

/** Calls that are no orders to the office, as the description of the interface lists them. */
export const otherCalls: OtherCall[] = [
  {
    ...{ path: '/cases', method: 'post', says: '其他系统报办件进度，一次最多 500 件（integration）', status: 200, answer: caseBatchAnswer },
    body: z.object({ cases: z.array(caseReport).min(1).max(500) }),
  },
  { path: '/cases/find', method: 'post', says: '查办件进度：受理号加证件后四位，或查询码', status: 200, body: caseQuestion, answer: caseView },
  {
    ...{ path: '/catalogue/imports', method: 'get', says: '事项表的导入记录（supervisor）', status: 200, body: null },
    answer: current.extend({ items: z.array(z.looseObject({ importId: z.string(), hash: z.string() })), total: z.number() }),
  },
  {
    ...{ path: '/catalogue/imports', method: 'post', says: '启用数据文件夹里已写好的事项表（supervisor）', status: 201 },
    ...{ body: importOrder, answer: current },
  },
  {
    ...{ path: '/displays', method: 'get', says: '每块屏的网页现在怎样，哪些公告放不出来（guide、supervisor）', status: 200, body: null },
    answer: z.object({ items: z.array(displayPage), total: z.number() }),
  },
  {
    ...{ path: '/displays/plays', method: 'get', says: '公告在每块屏上每天放了多久；可加 ?notice= 和 ?day=（guide、supervisor）', status: 200, body: null },
    answer: z.object({ items: z.array(noticePlay), total: z.number() }),
  },
  { path: '/catalogue/undo', method: 'post', says: '撤销上一次导入（supervisor）', status: 200, body: null, answer: current },
]
