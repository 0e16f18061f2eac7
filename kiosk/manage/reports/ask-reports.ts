import { accessToken } from '../../../gateway/client/access.ts'
import { askFile, withFields } from '../../../gateway/client/ask.ts'
import type { ReportKind, ReportSpan, ReportView } from '../../../gateway/contract/reports.ts'
import { type Answer, manageCall } from '../manage-call.ts'

export interface Part {
  kind: ReportKind
  key: string
}
const reader = withFields<ReportView>('whole', 'rows', 'halves', 'byDay')
const USUAL = ['floor', 'department', 'queue', 'counter', 'terminal'] as const

/** A report of a stretch of days; `part` null = of the whole hall. */
export function askReport(
  span: ReportSpan,
  at: string,
  part: Part | null,
  kinds: readonly ReportKind[] = USUAL,
): Promise<Answer<ReportView>> {
  const asked = new URLSearchParams({ by: kinds.join(',') })
  if (part) asked.set('part', `${part.kind}:${part.key}`)
  return manageCall(`/reports/${span}/${at}?${asked}`, reader)
}

/** Days that have figures, oldest first. */
export const askDays = (): Promise<Answer<{ items: { day: string; demo: boolean }[] }>> =>
  manageCall('/reports', withFields<{ items: { day: string; demo: boolean }[] }>('items'))

/** Saves a file of the report on this computer; false = it did not come. */
export async function saveFile(span: ReportSpan, at: string, format: 'xlsx' | 'csv'): Promise<boolean> {
  const token = await accessToken('supervisor', null)
  const file = await askFile(`/api/v1/reports/${span}/${at}/${format}`, { token })
  if (!file.ok) return false
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file.body)
  link.download = `${at}.${format}`
  link.click()
  URL.revokeObjectURL(link.href)
  return true
}
