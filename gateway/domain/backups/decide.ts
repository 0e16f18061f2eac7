import type { BackupReport } from '../../contract/backups.ts'
import { type Decision, accept } from '../decision.ts'

/** What lies on the disk already is only recorded. */
export function recordBackup(report: BackupReport): Decision {
  if (report.type === 'report-backup-failed') return accept([{ type: 'backup-failed', why: report.why }])
  const { type: _, ...made } = report
  return accept([{ type: 'backup-made', ...made }])
}
