import type { z } from 'zod'
import { hall } from '../contract/hall.ts'

/** The rows of one list that have the right shape, with their place; `ids` also knows the rows that do not. */
export interface Rows<T> {
  readonly rows: readonly { index: number; item: T }[]
  readonly ids: ReadonlySet<string>
}

/** Rows are judged one by one: one bad row must not hide what is wrong elsewhere. */
export function validRows<T>(shape: z.ZodType<T>, list: unknown): Rows<T> {
  const all: unknown[] = Array.isArray(list) ? list : []
  const rows = all.flatMap((value, index) => {
    const read = shape.safeParse(value)
    return read.success ? [{ index, item: read.data }] : []
  })
  const ids = all.flatMap((value) =>
    typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? [value.id] : [],
  )
  return { rows, ids: new Set(ids) }
}

/** Every list of the hall as far as it can be read. */
export function validHall(raw: Readonly<Record<string, unknown>>) {
  const { shape } = hall
  return {
    subCentres: validRows(shape.subCentres.unwrap().element, raw['subCentres']),
    floors: validRows(shape.floors.element, raw['floors']),
    departments: validRows(shape.departments.element, raw['departments']),
    queues: validRows(shape.queues.element, raw['queues']),
    counters: validRows(shape.counters.element, raw['counters']),
    terminals: validRows(shape.terminals.unwrap().element, raw['terminals']),
    printers: validRows(shape.printers.unwrap().element, raw['printers']),
    screens: validRows(shape.screens.unwrap().element, raw['screens']),
    panels: validRows(shape.panels.unwrap().element, raw['panels']),
    guideDesks: validRows(shape.guideDesks.unwrap().element, raw['guideDesks']),
    flows: validRows(shape.flows.unwrap().element, raw['flows']),
    notices: validRows(shape.notices.unwrap().element, raw['notices']),
    themes: validRows(shape.themes.unwrap().element, raw['themes']),
    layouts: validRows(shape.layouts.unwrap().element, raw['layouts']),
    announcements: validRows(shape.announcements.unwrap().element, raw['announcements']),
    noticeTemplates: validRows(shape.noticeTemplates.unwrap().element, raw['noticeTemplates']),
    pads: validRows(shape.pads.unwrap().element, raw['pads']),
    scanners: validRows(shape.scanners.unwrap().element, raw['scanners']),
    keypads: validRows(shape.keypads.unwrap().element, raw['keypads']),
    readers: validRows(shape.readers.unwrap().element, raw['readers']),
    plan: validRows(shape.plan.unwrap().element, raw['plan']),
  }
}
export type ValidHall = ReturnType<typeof validHall>
