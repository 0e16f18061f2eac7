import type { Hall } from '../contract/hall.ts'

/**
 * Parts that views, rules and outputs read anew each time: they may change while people wait. Everything else was opened once, at the start:
 * printers, links, sockets, addresses.
 */
const live = new Set<keyof Hall>([
  ...(['name', 'nameEn', 'hours', 'closures', 'lunch', 'tides', 'autoCall', 'dayClose', 'missed', 'later'] as const),
  ...(['undoSeconds', 'maxRecalls', 'pauseReasons', 'subCentres', 'departments', 'queues', 'counters'] as const),
  ...(['themes', 'plan', 'notices', 'noticeTemplates', 'emergencies', 'flows', 'slip', 'floors'] as const),
  ...(['secondApprover', 'helpEscalateSeconds', 'callByChoice', 'waitPromise', 'wall', 'layouts'] as const),
  ...(['escalations', 'dutyShown', 'alertSources', 'backup', 'webhooks', 'mail', 'receipts'] as const),
])
/** Of these lists only what a row says may change: a row more or less has a line, a page and people of its own. */
const sameRows: readonly (keyof Hall)[] = ['queues', 'counters', 'floors']

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
const idsOf = (list: unknown): string => (list as { id: string }[]).map(({ id }) => id).join(' ')
/** The letter of a queue and the place of a counter are on slips that people hold. */
const fixed = (key: keyof Hall, hall: Hall): unknown => {
  if (key === 'queues') return hall.queues.map(({ series }) => series)
  return key === 'floors' ? hall.floors.map(({ zones }) => zones.map(({ id }) => id)) : null
}

/** The running hall with what may change at once; `waits`: the parts that count only from the next start on. */
export function takenIn(running: Hall, next: Hall): { hall: Hall; waits: (keyof Hall)[] } {
  const changed = (Object.keys(next) as (keyof Hall)[]).filter((key) => !isSame(running[key], next[key]))
  const mayNow = (key: keyof Hall): boolean =>
    live.has(key) &&
    (!sameRows.includes(key) ||
      (idsOf(running[key]) === idsOf(next[key]) && isSame(fixed(key, running), fixed(key, next))))
  const hasNewRows = changed.some((key) => sameRows.includes(key) && !mayNow(key))
  // Counters that name a queue which is not there yet wait with it.
  const waits = changed.filter((key) => !mayNow(key) || (hasNewRows && sameRows.includes(key)))
  const kept = Object.fromEntries(waits.map((key) => [key, running[key]])) as Partial<Hall>
  return { hall: { ...next, ...kept }, waits }
}
