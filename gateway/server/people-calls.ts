import { z } from 'zod'
import { auditAnswer, auditDetail, chainState, exportBody } from '../contract/audit.ts'
import { codeBody, newPasswordBody, secondStepView, sessionView, signInBody, signOutBody } from '../contract/sign-in.ts'
import {
  enrolFound,
  enrolOffer,
  enrolQuestion,
  enrolState,
  enrolWish,
  enrolledList,
  enrolledRow,
  newNameBody,
} from '../contract/enrolment.ts'
import { newStaffBody, staffAnswer, staffDeeds, staffFields, staffList } from '../contract/staff.ts'
import type { OtherCall } from './other-calls.ts'

const enrolApprovalAsked = z.strictObject({ code: z.string(), place: z.string() })
const call = (
  method: OtherCall['method'],
  path: string,
  says: string,
  answer: z.ZodType,
  body: z.ZodType | null = null,
  status = 200,
): OtherCall => ({ path, method, says, status, body, answer })

const deedWords: Record<(typeof staffDeeds)[number], string> = {
  reset: '重置密码，得到一次性的口令',
  'forget-phone': '换手机：动态码重新绑定',
  'sign-out': '退出他的所有登录',
  off: '停用',
  on: '恢复',
}

const nothing = z.object({})
const code = z.strictObject({ code: z.string() })

/** Signing in, who works here, which machines are let in, and the record of what was done. */
export const peopleCalls: OtherCall[] = [
  call('get', '/session', '现在登录的是谁', sessionView),
  call('post', '/session', '用工号和密码登录；得到 httpOnly 的 cookie', sessionView, signInBody),
  call('post', '/session/code', '登录的第二步：手机动态码', sessionView, codeBody),
  call('post', '/session/password', '第一次登录改密码', sessionView, newPasswordBody),
  call('get', '/session/second-step', '绑定手机的二维码地址', secondStepView),
  call('post', '/session/second-step', '绑定手机：确认一次动态码', sessionView, codeBody),
  call('post', '/session/touch', '还在用：重新数多久不动就退出', z.looseObject({})),
  call('post', '/session/end', '退出登录；everywhere 为真就退出所有地方', sessionView, signOutBody),
  call('get', '/staff', '人员（supervisor、admin）', staffList),
  call('post', '/staff', '加一个人，得到一次性的口令（supervisor、admin）', staffAnswer, newStaffBody, 201),
  call('post', '/staff/:number', '改一个人的姓名、岗位、窗口（supervisor、admin）', staffAnswer, staffFields),
  ...staffDeeds.map((deed) => call('post', `/staff/:number/${deed}`, deedWords[deed], staffAnswer)),
  call('post', '/enrol', '一台机器要登记：得到屏上显示的登记码', enrolOffer, enrolWish, 201),
  call('post', '/enrol/ask', '登记批准了没有；口令只告诉这一次', enrolState, enrolQuestion),
  call('post', '/enrol/find', '用登记码找到那台机器（supervisor、admin）', enrolFound, code),
  call('post', '/enrol/approve', '批准登记，绑在一个位置（supervisor、admin）', enrolledRow, enrolApprovalAsked),
  call('post', '/enrol/refuse', '不批准（supervisor、admin）', nothing, code, 204),
  call('get', '/enrol/devices', '登记过的设备（supervisor、admin）', enrolledList),
  call('post', '/enrol/devices/:id/name', '给登记过的设备改名（supervisor、admin）', nothing, newNameBody, 204),
  call('post', '/enrol/devices/:id/revoke', '收回登记，正开着的网页马上退出（supervisor、admin）', nothing, null, 204),
  call('get', '/audit', '记录，一句一条；?q= 是要找的话（supervisor、admin）', auditAnswer),
  call('get', '/audit/:seq', '一条记录的全部（supervisor、admin）', auditDetail),
  call('get', '/audit/chain', '记录有没有被改过，最近一次核对（supervisor、admin）', chainState),
  call('post', '/audit/chain', '现在核对一次（supervisor、admin）', chainState),
  call('post', '/audit/export', '导出记录；导出本身也是一条记录（supervisor、admin）', z.object({}), exportBody),
]
