import type { Report } from '../../contract/commands.ts'
import { type Decision, accept } from '../decision.ts'

export const exportRecords = ({ type: _, ...what }: Extract<Report, { type: 'export-records' }>): Decision =>
  accept([{ type: 'records-exported', ...what }])
