/** What stands together on one page of the forms; a list has a page for each row. */
export interface Branch {
  id: BranchId
  /** Parts of the hall, in order; one that is a list of rows is opened row by row. */
  parts: readonly string[]
  list: boolean
}
export type BranchId = (typeof branches)[number]['id']

export const branches = [
  {
    id: 'hall',
    parts: [
      ...(['name', 'nameEn', 'id', 'timeZone', 'publicUrl', 'missed', 'later', 'undoSeconds', 'maxRecalls'] as const),
      ...(['autoCall', 'callByChoice', 'helpEscalateSeconds', 'pauseReasons', 'phoneNumbers', 'booking'] as const),
      ...(['receipts', 'waitPromise', 'subCentres', 'signIn', 'escalations', 'dutyShown', 'cameras'] as const),
      ...(['trustedProxies', 'agentPagePort', 'deviceHooks', 'webhooks', 'mail', 'alertSources', 'backup'] as const),
    ],
    list: false,
  },
  { id: 'departments', parts: ['departments'], list: true },
  { id: 'queues', parts: ['queues'], list: true },
  { id: 'counters', parts: ['counters'], list: true },
  { id: 'floors', parts: ['floors'], list: true },
  { id: 'plan', parts: ['plan'], list: true },
  { id: 'terminals', parts: ['terminals'], list: true },
  { id: 'guideDesks', parts: ['guideDesks'], list: true },
  { id: 'printers', parts: ['printers'], list: true },
  { id: 'screens', parts: ['screens'], list: true },
  { id: 'panels', parts: ['panels'], list: true },
  { id: 'inputs', parts: ['pads', 'scanners', 'keypads', 'readers'], list: false },
  { id: 'hours', parts: ['hours', 'lunch', 'closures', 'tides', 'dayClose'], list: false },
  { id: 'slip', parts: ['slip'], list: true },
  { id: 'voice', parts: ['wall.sound', 'wall.reloadAt', 'announcements', 'emergencies'], list: false },
  { id: 'languages', parts: ['languages', 'wall.scripts'], list: false },
  { id: 'layouts', parts: ['layouts'], list: true },
  { id: 'notices', parts: ['secondApprover', 'notices', 'noticeTemplates'], list: false },
  { id: 'flows', parts: ['flows', 'themes'], list: false },
  { id: 'words', parts: ['words'], list: false },
] as const satisfies readonly { id: string; parts: readonly string[]; list: boolean }[]

/** Where somebody is: a page, and in a list a row of it. */
export interface Spot {
  branch: BranchId
  row: number | null
}

/** The page on which a fault is mended: counters.3.zone → the fourth counter. */
export function spotOf(key: string): Spot {
  const steps = key.split('.')
  const branch =
    branches.find(({ parts }) => parts.some((part) => key === part || key.startsWith(`${part}.`))) ??
    branches.find(({ parts }) => (parts as readonly string[]).includes(steps[0] ?? '')) ??
    branches[0]
  return { branch: branch.id, row: branch.list ? Number(steps[1] ?? 0) || 0 : null }
}
