import type { Parts } from './draft.ts'

interface Choice {
  id: string
  name: string
}
const parts: Readonly<Record<string, string>> = {
  floor: 'floors',
  department: 'departments',
  subCentre: 'subCentres',
  queues: 'queues',
  generalQueue: 'queues',
  printer: 'printers',
  fallback: 'printers',
  terminal: 'terminals',
  counter: 'counters',
  counters: 'counters',
}
const listOf = (value: unknown): Choice[] =>
  Array.isArray(value)
    ? value.flatMap((row: unknown) => {
        const { id, name } = (typeof row === 'object' && row !== null ? row : {}) as Partial<Choice>
        return typeof id === 'string' ? [{ id, name: typeof name === 'string' ? name : '' }] : []
      })
    : []

/** What a key that names something of the hall may name; null = it names nothing. */
export function choicesFor(key: string, hall: Parts): Choice[] | null {
  if (key === 'zone' || key === 'zones') {
    const floors = Array.isArray(hall.floors) ? (hall.floors as { name?: string; zones?: unknown }[]) : []
    return floors.flatMap(({ name = '', zones }) =>
      listOf(zones).map((zone) => ({ id: zone.id, name: `${name} ${zone.name}` })),
    )
  }
  const part = parts[key]
  return part === undefined ? null : listOf(hall[part])
}
