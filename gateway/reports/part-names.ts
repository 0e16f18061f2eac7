import type { HallModel } from '../domain/hall-model.ts'
import type { Kind } from '../domain/reports/sum-row.ts'

/** What a part of the hall is called now; `told`: as it was called then. What the hall does not know any more keeps that, or its key. */
export function partName(
  { hall, matters, departmentNames, queues }: HallModel,
  kind: Kind,
  key: string,
  told: string | null,
): string {
  switch (kind) {
    case 'hall':
      return hall.name
    case 'floor':
      return hall.floors.find(({ id }) => id === key)?.name ?? key
    case 'department':
      return departmentNames.get(key) ?? key
    case 'queue':
      return queues.get(key)?.name ?? key
    case 'counter':
      return `${key} 号窗口`
    case 'person':
      return key
    case 'matter':
      return told ?? matters.get(key)?.name ?? key
    case 'terminal':
      return hall.terminals.find(({ id }) => id === key)?.name ?? key
  }
}
