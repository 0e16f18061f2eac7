import { calls } from '../../rights/calls.ts'
import { askedView, missedBody, reviewBody, withdrawBody } from '../../contract/asked.ts'
import type { DescribedCall } from './described-call.ts'

/** What people look for and do not find, and what it is called. */
export const askedCalls: readonly DescribedCall[] = [
  {
    method: 'post',
    path: '/asked',
    says: '终端上没搜到的词（terminal）',
    who: calls['tell-missed'],
    status: 204,
    body: missedBody,
    brings: null,
    example: { body: { terminalId: 'K1', words: ['居住证'] } },
  },
  {
    method: 'get',
    path: '/asked',
    says: '大家问了没找到的词，等人看；和已经收作俗称的（supervisor、admin）',
    who: calls['keep-catalogue'],
    answer: askedView,
  },
  {
    method: 'post',
    path: '/asked/review',
    says: '一个词是哪个事项的俗称；matterId 为 null 就是都不是（supervisor、admin）',
    who: calls['keep-catalogue'],
    status: 204,
    body: reviewBody,
    brings: null,
    refuses: ['unknown-matter', 'already-so'],
    isOrder: true,
    example: { body: { words: '一个没有的词', matterId: null } },
  },
  {
    method: 'post',
    path: '/asked/withdraw',
    says: '一个词不再是俗称（supervisor、admin）',
    who: calls['keep-catalogue'],
    status: 204,
    body: withdrawBody,
    brings: null,
    refuses: ['already-so'],
    isOrder: true,
    example: { body: { words: '一个没有的词' } },
  },
]
