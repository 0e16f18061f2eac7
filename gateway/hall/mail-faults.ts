import type { Hall } from '../contract/hall.ts'

/** What `mail:` says about departments that another file knows. */
export function mailFaults({ mail, departments }: Hall): { path: PropertyKey[]; message: string }[] {
  const known = new Set(departments.map(({ id }) => id))
  return (mail?.to ?? []).flatMap(({ department }, nth) =>
    department === null || known.has(department)
      ? []
      : [
          {
            path: ['mail', 'to', nth, 'department'],
            message: `没有部门 ${department}。请改成已有的编号，或先加上它。`,
          },
        ],
  )
}
