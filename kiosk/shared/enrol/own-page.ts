import type { PageRole } from '../../../gateway/client/access.ts'
import type { EnrolledKind } from '../../../gateway/contract/enrolment.ts'

/** Where a machine goes once it is let in, and under which role its page keeps the token. */
export function ownPage(kind: EnrolledKind, place: string): { address: string; role: PageRole } {
  switch (kind) {
    // The program on a terminal's computer has no page of its own.
    case 'agent':
    case 'terminal':
      return { address: `/kiosk/?terminal=${place}`, role: 'terminal' }
    case 'screen':
      return { address: `/display/?screen=${place}`, role: 'display' }
    case 'strip':
      return { address: `/strip/?counter=${place}`, role: 'display' }
    case 'panel':
      return { address: `/led/?panel=${place}`, role: 'display' }
    case 'tablet':
      return { address: `/rating/?counter=${place}`, role: 'rating' }
  }
}
