import { webhookList } from '../../contract/webhooks.ts'
import { calls } from '../../rights/calls.ts'
import type { DescribedCall } from './described-call.ts'

/** What other systems are told of numbers, calls, grades and lights. */
export const webhookCalls: readonly DescribedCall[] = [
  {
    method: 'get',
    path: '/webhooks',
    says: '推送给谁，推了什么，对方收了没有（supervisor、admin）',
    who: calls['keep-webhooks'],
    answer: webhookList,
  },
  {
    method: 'post',
    path: '/webhooks/deliveries/:deliveryId/resend',
    says: '把一条再推一次，编号不变（supervisor、admin）',
    who: calls['keep-webhooks'],
    answer: webhookList,
    refuses: ['not-resent'],
    example: { params: { deliveryId: 'oa-17' } },
  },
]
