import { logExportBody } from '../../contract/audit.ts'
import { backupBegun, backupList } from '../../contract/backups.ts'
import { calls } from '../../rights/calls.ts'
import type { DescribedCall } from './described-call.ts'

/** Copies of the hall's data, and the log as a file. */
export const backupCalls: readonly DescribedCall[] = [
  {
    method: 'get',
    path: '/backups',
    says: '有哪些备份，放在哪里，上一次做成没有（supervisor、admin）',
    who: calls['keep-backups'],
    answer: backupList,
  },
  {
    method: 'post',
    path: '/backups',
    says: '现在备份；做完、试过恢复才记下来（supervisor、admin）',
    who: calls['keep-backups'],
    status: 202,
    answer: backupBegun,
    isOrder: true,
  },
  {
    method: 'post',
    path: '/log-export',
    says: '几天的日志，一行一条，带哈希，打成一个文件；导出本身也是一条记录（supervisor、admin）',
    who: calls['keep-backups'],
    body: logExportBody,
    brings: 'application/gzip',
    isOrder: true,
    example: { body: { from: '2026-03-18', to: '2026-03-18' } },
  },
]
