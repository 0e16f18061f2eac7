import { matter } from '../../contract/matter.ts'
import { calls } from '../../rights/calls.ts'
import { z } from 'zod'
import { agreedBody, departmentsBody, importOrder, importPlanView } from '../../contract/catalogue-imports.ts'
import { where } from '../../contract/view-parts.ts'
import { type DescribedCall, listOf } from './described-call.ts'

const current = z.object({ current: z.string().nullable() })

/** Matters, and how they are brought in. */
export const catalogueCalls: readonly DescribedCall[] = [
  {
    method: 'get',
    path: '/catalogue/imports',
    says: '事项表的导入记录（supervisor）',
    who: calls['keep-catalogue'],
    answer: current.extend({
      items: z.array(z.looseObject({ importId: z.string(), hash: z.string() })),
      total: z.number(),
    }),
  },
  {
    method: 'post',
    path: '/catalogue/imports',
    says: '启用数据文件夹里已写好的事项表（supervisor）',
    who: calls['keep-catalogue'],
    status: 201,
    body: importOrder,
    answer: current,
    refuses: ['unknown-catalogue', 'catalogue-changed', 'already-so'],
    isOrder: true,
    example: {
      body: {
        hash: '0'.repeat(64),
        before: null,
        source: '自治区',
        counts: { added: 1, changed: 0, removed: 0, total: 1 },
      },
    },
  },
  {
    method: 'post',
    path: '/catalogue/plans',
    says: '送来一个事项文件（请求体就是文件，?source=来源），只看会变什么（supervisor）',
    who: calls['keep-catalogue'],
    status: 201,
    query: ['source'],
    sends: 'application/octet-stream',
    answer: importPlanView,
    refuses: ['file-not-read'],
    example: { query: { source: '自治区' }, body: '实施编码,事项名称,部门\n000177,示例事项,公安局\n' },
  },
  {
    method: 'post',
    path: '/catalogue/plans/:planId/departments',
    says: '说明来源的部门是本厅的哪一个，再看一次会变什么（supervisor）',
    who: calls['keep-catalogue'],
    body: departmentsBody,
    answer: importPlanView,
    refuses: ['unknown-plan', 'file-not-read'],
    example: { body: { departments: { 市公安局: 'ga' } } },
  },
  {
    method: 'post',
    path: '/catalogue/plans/:planId/carry-out',
    says: '照看过的样子导入（supervisor）',
    who: calls['keep-catalogue'],
    status: 201,
    body: agreedBody,
    answer: current.extend({ counts: importOrder.shape.counts }),
    refuses: ['unknown-plan', 'file-not-read', 'already-so', 'catalogue-changed'],
    isOrder: true,
    example: { body: { suspicious: true, removals: false } },
  },
  {
    method: 'post',
    path: '/catalogue/undo',
    says: '撤销上一次导入（supervisor）',
    who: calls['keep-catalogue'],
    answer: current,
    refuses: ['no-import-to-undo'],
    isOrder: true,
  },
  {
    method: 'get',
    path: '/catalogue',
    says: '事项和检索用的索引，终端离线也能查；内容由 ETag 分辨',
    who: 'anybody',
    answer: z.looseObject({ items: z.array(z.looseObject({ id: z.string(), name: z.string() })) }),
  },
  {
    method: 'get',
    path: '/catalogue/strokes',
    says: '笔画：事项名称里的字怎么写，终端离线也能查',
    who: 'anybody',
    answer: z.looseObject({}),
  },
  {
    method: 'get',
    path: '/matters',
    says: '查事项',
    who: 'anybody',
    query: ['q', 'department', 'limit'],
    answer: listOf(z.looseObject({ id: z.string(), name: z.string() })),
    refuses: ['not-understood'],
    example: { query: { q: '公积金', limit: '5' } },
  },
  {
    method: 'get',
    path: '/matters/:id',
    says: '一个事项的办事指南',
    who: 'anybody',
    answer: z.looseObject({ ...matter.shape, where: z.array(where) }),
    refuses: ['unknown-matter'],
    example: { params: { id: 'm029' } },
  },
]
