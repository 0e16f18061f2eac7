import { type Reader, withFields } from '../../../gateway/client/ask.ts'
import type { DepartmentMap, MatterChange, MatterEdit } from '../../../gateway/contract/matter-edits.ts'
import type { Matter } from '../../../gateway/contract/matter.ts'
import { type Answer, manageCall } from '../manage-call.ts'

/** One matter in the editor: as its source says it, as it is now, and what was changed before. */
export interface EditedMatter {
  source: Matter
  now: Matter
  before: string | null
  departmentName: string
  from: string
  nth: number
  total: number
  previous: string | null
  next: string | null
  history: MatterChange[]
}
export interface EditCheck {
  faults: { key: string; message: string }[]
  lines: { where: string; before: string; after: string }[]
}
export interface FoundMatter {
  id: string
  name: string
  department: string
}
/** A catalogue of thousands of matters is indexed anew before terminals have it; the answer does not wait for that. */
const WITHIN_MS = 20_000
const aMatter = withFields<EditedMatter>('source', 'now', 'history')
const aCheck: Reader<EditCheck> = withFields<EditCheck>('faults', 'lines')
const aMap = withFields<DepartmentMap>('items', 'queues', 'departments')
const found = withFields<{ items: FoundMatter[] }>('items')
const editSaved = withFields<{ before: string | null; count: number }>('before', 'count')
const at = (id: string): string => `/catalogue/matters/${encodeURIComponent(id)}`

export const findMatters = (words: string): Promise<Answer<{ items: FoundMatter[] }>> =>
  manageCall(`/matters?q=${encodeURIComponent(words)}&limit=12`, found)
export const readMatter = (id: string): Promise<Answer<EditedMatter>> => manageCall(at(id), aMatter)
export const shownMatter = (id: string): Promise<Answer<Matter & { where: unknown[]; departmentName: string }>> =>
  manageCall(
    `/matters/${encodeURIComponent(id)}`,
    withFields<Matter & { where: unknown[]; departmentName: string }>('id', 'where'),
  )
export const checkMatter = (id: string, before: string | null, edit: MatterEdit): Promise<Answer<EditCheck>> =>
  manageCall(`${at(id)}/check`, aCheck, { before, edit })
export const saveMatter = (id: string, before: string | null, edit: MatterEdit) =>
  manageCall(at(id), editSaved, { before, edit }, WITHIN_MS)
export const undoEdit = (editId: string) => manageCall(`/catalogue/edits/${editId}/undo`, editSaved, {}, WITHIN_MS)
export const readDepartments = (): Promise<Answer<DepartmentMap>> => manageCall('/catalogue/departments', aMap)
export const mapDepartment = (order: {
  before: string | null
  department: string
  to: string | null
  queueId: string
}) => manageCall('/catalogue/departments', editSaved, order, WITHIN_MS)
