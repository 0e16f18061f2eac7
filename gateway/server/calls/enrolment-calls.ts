import { calls } from '../../rights/calls.ts'
import { z } from 'zod'
import {
  enrolFound,
  enrolOffer,
  enrolQuestion,
  enrolState,
  enrolWish,
  enrolledList,
  enrolledRow,
  newNameBody,
} from '../../contract/enrolment.ts'
import type { DescribedCall } from './described-call.ts'

const code = z.strictObject({ code: z.string() })
const enrolApprovalAsked = z.strictObject({ code: z.string(), place: z.string() })

/** Machines that are let in by a code. */
export const enrolmentCalls: readonly DescribedCall[] = [
  {
    method: 'post',
    path: '/enrol',
    says: '一台机器要登记：得到屏上显示的登记码',
    who: 'anybody',
    status: 201,
    body: enrolWish,
    answer: enrolOffer,
    example: {
      body: { kind: 'terminal', wished: 'K2', facts: { width: 1080, height: 1920, touch: true, system: 'Linux' } },
    },
  },
  {
    method: 'post',
    path: '/enrol/ask',
    says: '登记批准了没有；口令只告诉这一次',
    who: 'anybody',
    body: enrolQuestion,
    answer: enrolState,
    example: { body: { secret: 'x'.repeat(32) } },
  },
  {
    method: 'post',
    path: '/enrol/find',
    says: '用登记码找到那台机器（supervisor、admin）',
    who: calls['keep-devices'],
    body: code,
    answer: enrolFound,
    refuses: ['unknown-enrol-code'],
    example: { body: { code: '7K4-2Q9' } },
  },
  {
    method: 'post',
    path: '/enrol/approve',
    says: '批准登记，绑在一个位置（supervisor、admin）',
    who: calls['keep-devices'],
    body: enrolApprovalAsked,
    answer: enrolledRow,
    refuses: ['unknown-enrol-code', 'unknown-place'],
    example: { body: { code: '7K4-2Q9', place: 'K2' } },
  },
  {
    method: 'post',
    path: '/enrol/refuse',
    says: '不批准（supervisor、admin）',
    who: calls['keep-devices'],
    status: 204,
    body: code,
    brings: null,
    refuses: ['unknown-enrol-code'],
    example: { body: { code: '7K4-2Q9' } },
  },
  {
    method: 'get',
    path: '/enrol/devices',
    says: '登记过的设备（supervisor、admin）',
    who: calls['keep-devices'],
    answer: enrolledList,
  },
  {
    method: 'post',
    path: '/enrol/devices/:id/name',
    says: '给登记过的设备改名（supervisor、admin）',
    who: calls['keep-devices'],
    status: 204,
    body: newNameBody,
    brings: null,
    refuses: ['unknown-device'],
    example: { params: { id: 'a1b2c3d4' }, body: { name: '二楼扶梯口' } },
  },
  {
    method: 'post',
    path: '/enrol/devices/:id/revoke',
    says: '收回登记，正开着的网页马上退出（supervisor、admin）',
    who: calls['keep-devices'],
    status: 204,
    brings: null,
    refuses: ['unknown-device'],
    example: { params: { id: 'a1b2c3d4' } },
  },
]
