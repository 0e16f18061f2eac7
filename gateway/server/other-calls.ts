import { z } from 'zod'
import {
  appointmentBatch,
  appointmentRow,
  appointmentView,
  bookingView,
  bookingWish,
  codeQuestion,
} from '../contract/appointments.ts'
import { caseBatchAnswer, caseQuestion, caseReport, caseView } from '../contract/cases.ts'
import { agreedBody, departmentsBody, importOrder, importPlanView } from '../contract/catalogue-imports.ts'
import { displayPage, noticePlay } from '../contract/display-pulse.ts'
import { learningBody, padList, padView } from '../contract/pads.ts'
import { hallCodeNow, hallCodeShown, phoneOffer, phonePass, phoneTaken, phoneWish } from '../contract/phone-numbers.ts'
import { whatIfAnswer, whatIfQuestion } from '../contract/what-if.ts'

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

const booked = z.object({
  items: z.array(z.object({ reference: z.string().nullable(), appointment: appointmentView })),
  total: z.number(),
  /** Of `total`: those that were not there before. */
  fresh: z.number(),
  refused: z.array(z.unknown()),
})

/** Calls that are no orders to the office, as the description of the interface lists them. */
export const otherCalls: OtherCall[] = [
  {
    path: '/cases',
    method: 'post',
    says: '其他系统报办件进度，一次最多 500 件（integration）',
    status: 200,
    answer: caseBatchAnswer,
    body: z.object({ cases: z.array(caseReport).min(1).max(500) }),
  },
  {
    path: '/cases/find',
    method: 'post',
    says: '查办件进度：受理号加证件后四位，或查询码',
    status: 200,
    body: caseQuestion,
    answer: caseView,
  },
  {
    path: '/booking',
    method: 'get',
    says: '手机预约：哪天、几点、哪个队列还有位置',
    status: 200,
    body: null,
    answer: bookingView,
  },
  { path: '/booking', method: 'post', says: '手机预约', status: 201, body: bookingWish, answer: appointmentView },
  {
    path: '/booking/find',
    method: 'post',
    says: '用预约码查',
    status: 200,
    body: codeQuestion,
    answer: appointmentView,
  },
  {
    path: '/booking/confirm',
    method: 'post',
    says: '用预约码确认：确认以前位置只是暂留',
    status: 200,
    body: codeQuestion,
    answer: appointmentView,
  },
  {
    path: '/booking/cancel',
    method: 'post',
    says: '用预约码取消',
    status: 200,
    body: codeQuestion,
    answer: appointmentView,
  },
  {
    path: '/phone/code',
    method: 'get',
    says: '这一分钟的手机取号码（terminal、display、guide、supervisor）',
    status: 200,
    body: null,
    answer: hallCodeNow,
  },
  { path: '/phone', method: 'get', says: '手机取号：现在能取哪些号', status: 200, body: null, answer: phoneOffer },
  {
    path: '/phone/enter',
    method: 'post',
    says: '手机取号：大厅里刚扫到的码换一张通行证',
    status: 200,
    body: hallCodeShown,
    answer: phonePass,
  },
  { path: '/phone/tickets', method: 'post', says: '手机取号', status: 201, body: phoneWish, answer: phoneTaken },
  {
    path: '/appointments',
    method: 'get',
    says: '一天的预约（guide、supervisor、integration）',
    status: 200,
    body: null,
    answer: z.object({ items: z.array(appointmentView), total: z.number() }),
  },
  {
    path: '/appointments',
    method: 'post',
    says: '其他系统和工作人员的预约：一条，或一次最多 500 条',
    status: 200,
    body: z.union([appointmentRow, appointmentBatch]),
    answer: booked,
  },
  {
    path: '/appointments/cancel',
    method: 'post',
    says: '工作人员和其他系统取消预约',
    status: 200,
    body: codeQuestion,
    answer: appointmentView,
  },
  {
    path: '/catalogue/imports',
    method: 'get',
    says: '事项表的导入记录（supervisor）',
    status: 200,
    body: null,
    answer: current.extend({
      items: z.array(z.looseObject({ importId: z.string(), hash: z.string() })),
      total: z.number(),
    }),
  },
  {
    path: '/catalogue/imports',
    method: 'post',
    says: '启用数据文件夹里已写好的事项表（supervisor）',
    status: 201,
    body: importOrder,
    answer: current,
  },
  {
    path: '/catalogue/plans',
    method: 'post',
    says: '送来一个事项文件（请求体就是文件，?source=来源），只看会变什么（supervisor）',
    status: 201,
    body: null,
    answer: importPlanView,
  },
  {
    path: '/catalogue/plans/:planId/departments',
    method: 'post',
    says: '说明来源的部门是本厅的哪一个，再看一次会变什么（supervisor）',
    status: 200,
    body: departmentsBody,
    answer: importPlanView,
  },
  {
    path: '/catalogue/plans/:planId/carry-out',
    method: 'post',
    says: '照看过的样子导入（supervisor）',
    status: 201,
    body: agreedBody,
    answer: current.extend({ counts: importOrder.shape.counts }),
  },
  {
    path: '/displays',
    method: 'get',
    says: '每块屏的网页现在怎样，哪些公告放不出来（guide、supervisor）',
    status: 200,
    body: null,
    answer: z.object({ items: z.array(displayPage), total: z.number() }),
  },
  {
    path: '/displays/plays',
    method: 'get',
    says: '公告在每块屏上每天放了多久；可加 ?notice= 和 ?day=（guide、supervisor）',
    status: 200,
    body: null,
    answer: z.object({ items: z.array(noticePlay), total: z.number() }),
  },
  {
    path: '/pads',
    method: 'get',
    says: '叫号器和它们的按键，还有没写进大厅文件的（supervisor）',
    status: 200,
    body: null,
    answer: padList,
  },
  {
    path: '/pads/:id/learning',
    method: 'post',
    says: '教按键：按了不叫号，只看是哪个键（supervisor）',
    status: 200,
    body: learningBody,
    answer: padView,
  },
  {
    path: '/what-if',
    method: 'post',
    says: '如果多开（少开）几个窗口，今天余下的等候会怎样（supervisor）',
    status: 200,
    body: whatIfQuestion,
    answer: whatIfAnswer,
  },
  {
    path: '/catalogue/undo',
    method: 'post',
    says: '撤销上一次导入（supervisor）',
    status: 200,
    body: null,
    answer: current,
  },
]
