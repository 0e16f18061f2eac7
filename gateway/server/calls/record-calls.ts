import { calls } from '../../rights/calls.ts'
import { z } from 'zod'
import { auditAnswer, auditDetail, chainState, exportBody } from '../../contract/audit.ts'
import { type DescribedCall, listOf } from './described-call.ts'

const everything = {
  from: '2026-03-18',
  to: '2026-03-18',
  fromMinute: null,
  toMinute: null,
  number: null,
  counterId: null,
  deviceId: null,
  topic: null,
  actor: null,
  words: [],
}

/** What happened: the log and its sentences. */
export const recordCalls: readonly DescribedCall[] = [
  {
    method: 'get',
    path: '/audit',
    says: '记录，一句一条；?q= 是要找的话（supervisor、admin）',
    who: calls['see-log'],
    query: ['q'],
    answer: auditAnswer,
    refuses: ['not-understood'],
  },
  {
    method: 'get',
    path: '/audit/:seq',
    says: '一条记录的全部（supervisor、admin）',
    who: calls['see-log'],
    answer: auditDetail,
    refuses: ['not-found'],
    example: { params: { seq: '1' } },
  },
  {
    method: 'get',
    path: '/audit/chain',
    says: '记录有没有被改过，最近一次核对（supervisor、admin）',
    who: calls['see-log'],
    answer: chainState,
  },
  {
    method: 'post',
    path: '/audit/chain',
    says: '现在核对一次（supervisor、admin）',
    who: calls['see-log'],
    answer: chainState,
    refuses: ['too-many'],
  },
  {
    method: 'post',
    path: '/audit/export',
    says: '导出记录；导出本身也是一条记录（supervisor、admin）',
    who: calls['see-log'],
    body: exportBody,
    brings: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    refuses: ['cannot-write'],
    example: { body: { filter: everything } },
  },
  {
    method: 'get',
    path: '/events',
    says: '日志（supervisor）',
    who: calls['see-log'],
    query: ['after', 'limit'],
    answer: listOf(z.looseObject({ seq: z.number(), type: z.string() })),
    refuses: ['not-understood'],
    example: { query: { after: '0', limit: '10' } },
  },
]
