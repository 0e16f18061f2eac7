import { commandRefusals } from './command-refusals.ts'
import { calls } from '../../rights/calls.ts'
import { z } from 'zod'
import { approvalCase, approvalList, approvalOrder, approvalView, caseAnswer } from '../../contract/approvals.ts'
import { caseBatchAnswer, caseQuestion, caseReport } from '../../contract/cases.ts'
import { recountAnswer, watchedDetail, watchedList } from '../../contract/watched-cases.ts'
import type { DescribedCall } from './described-call.ts'

/** Cases as other systems report them, their lights, and approvals of several departments. */
export const caseCalls: readonly DescribedCall[] = [
  {
    method: 'post',
    path: '/cases',
    says: '其他系统报办件进度，一次最多 500 件（integration）',
    who: calls['send-cases'],
    body: z.object({ cases: z.array(caseReport).min(1).max(500) }),
    answer: caseBatchAnswer,
    example: {
      body: {
        cases: [
          {
            receipt: 'QC2026000777',
            last4: '123X',
            matterName: '不动产登记',
            departmentName: '不动产登记中心',
            status: 'accepted',
            acceptedOn: '2026-03-18',
            promisedDays: 5,
            steps: [{ name: '受理', startedAt: 1_773_800_000_000 }],
            reportedAt: 1_773_800_000_000,
          },
        ],
      },
    },
  },
  {
    method: 'post',
    path: '/cases/find',
    says: '查办件进度：受理号加证件后四位，或查询码',
    who: 'anybody',
    body: caseQuestion,
    answer: caseAnswer,
    refuses: ['unknown-case', 'too-many-guesses'],
    example: { body: { receipt: 'QC2026000777', last4: '123X' } },
  },
  {
    method: 'get',
    path: '/lights',
    says: '亮牌的办件，红的在前；?green=1 也要绿的（guide、supervisor）',
    who: calls['see-lights'],
    query: ['green'],
    answer: watchedList,
    example: { query: { green: '1' } },
  },
  {
    method: 'get',
    path: '/lights/:caseId',
    says: '一件的全程、日历和告诉过谁（guide、supervisor）',
    who: calls['see-lights'],
    answer: watchedDetail,
    refuses: ['unknown-case'],
  },
  {
    method: 'post',
    path: '/lights/recount',
    says: '把所有办件的时限重新数一遍；和每天夜里数的一样（supervisor）',
    who: calls['count-lights'],
    answer: recountAnswer,
    refuses: ['cannot-write'],
  },
  {
    method: 'get',
    path: '/approvals',
    says: '并联审批，最近受理的在前（clerk、guide、supervisor）',
    who: calls['see-approvals'],
    answer: approvalList,
  },
  {
    method: 'post',
    path: '/approvals',
    says: '一窗受理：几个部门同时办；申请人的信息不进日志（clerk、supervisor）',
    who: calls['accept-approvals'],
    status: 201,
    body: approvalOrder,
    answer: z.object({ receipt: z.string(), approval: approvalView }),
    refuses: [...commandRefusals('accept-approval'), 'unknown-approval'],
    isOrder: true,
    example: {
      body: { flowId: 'F01', applicant: '巷口面馆', last4: '123X', about: null, materials: 6 },
    },
  },
  {
    method: 'get',
    path: '/approvals/:receipt',
    says: '一件并联审批办到哪了（clerk、guide、supervisor）',
    who: calls['see-approvals'],
    answer: approvalCase,
    refuses: ['unknown-approval'],
  },
]
