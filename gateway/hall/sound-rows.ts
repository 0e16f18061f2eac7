import type { z } from 'zod'
import { hall } from '../contract/hall.ts'

/** The rows of one list that have the right shape, with their place; `ids` also knows the rows that do not. */
export interface Rows<T> {
  readonly rows: readonly { index: number; item: T }[]
  readonly ids: ReadonlySet<string>
}

/** Rows are judged one by one: one bad row must not hide what is wrong elsewhere. */
export function soundRows<T>(shape: z.ZodType<T>, list: unknown): Rows<T> {
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
export function soundHall(raw: Readonly<Record<string, unknown>>) {
  const { shape } = hall
  return {
    subCentres: soundRows(shape.subCentres.element, raw['subCentres']),
    floors: soundRows(shape.floors.element, raw['floors']),
    departments: soundRows(shape.departments.element, raw['departments']),
    queues: soundRows(shape.queues.element, raw['queues']),
    counters: soundRows(shape.counters.element, raw['counters']),
    terminals: soundRows(shape.terminals.element, raw['terminals']),
    printers: soundRows(shape.printers.element, raw['printers']),
    screens: soundRows(shape.screens.element, raw['screens']),
    panels: soundRows(shape.panels.element, raw['panels']),
    guideDesks: soundRows(shape.guideDesks.element, raw['guideDesks']),
    flows: soundRows(shape.flows.element, raw['flows']),
    notices: soundRows(shape.notices.element, raw['notices']),
    themes: soundRows(shape.themes.unwrap().element, raw['themes']),
    layouts: soundRows(shape.layouts.unwrap().element, raw['layouts']),
    announcements: soundRows(shape.announcements.unwrap().element, raw['announcements']),
    noticeTemplates: soundRows(shape.noticeTemplates.unwrap().element, raw['noticeTemplates']),
    pads: soundRows(shape.pads.unwrap().element, raw['pads']),
    scanners: soundRows(shape.scanners.unwrap().element, raw['scanners']),
    keypads: soundRows(shape.keypads.unwrap().element, raw['keypads']),
    readers: soundRows(shape.readers.unwrap().element, raw['readers']),
    plan: soundRows(shape.plan.unwrap().element, raw['plan']),
  }
}
export type SoundHall = ReturnType<typeof soundHall>
