import type { JSX } from 'preact'
import { CheckinScreen } from './checkin/checkin-screen.tsx'
import { ComplainScreen } from './complain/complain-screen.tsx'
import { BrowseScreen } from './find/browse-screen.tsx'
import { MattersScreen } from './find/matters-screen.tsx'
import { QueuesScreen } from './find/queues-screen.tsx'
import { SearchScreen } from './find/search-screen.tsx'
import { ThemesScreen } from './find/themes-screen.tsx'
import { DetailsScreen } from './guide/details-screen.tsx'
import { FlowScreen } from './guide/flow-screen.tsx'
import { MatterScreen } from './guide/matter-screen.tsx'
import { TakeAwayScreen } from './guide/take-away-screen.tsx'
import { ElderHome } from './modes/elder-home.tsx'
import { reachesScreen } from './mongol/upright-screens.ts'
import { MongolHome } from './mongol/mongol-home.tsx'
import { MongolQueues } from './mongol/mongol-queues.tsx'
import { MongolTicket, isPlainTicket } from './mongol/mongol-ticket.tsx'
import { NoticesScreen } from './notices-screen.tsx'
import { PlanScreen } from './plan/plan-screen.tsx'
import { ProgressScreen } from './progress/progress-screen.tsx'
import type { Session } from './session.ts'
import { TicketScreen } from './ticket-screen.tsx'
import { language } from '../../display/shared/page-words.ts'

/** A screen that stands upright: its language was chosen, and its words are checked as far as here. */
const isUpright = (screen: 'queues' | 'ticket'): boolean => language.value === 'mn-Mong' && reachesScreen(screen)

/** Every screen behind the first. */
export function Behind({ session, wide }: { session: Session; wide: boolean }): JSX.Element {
  switch (session.where.value.value) {
    case 'home':
      return session.elder.value ? <ElderHome session={session} /> : <MongolHome session={session} />
    case 'search':
      return <SearchScreen session={session} wide={wide} />
    case 'queues':
      return isUpright('queues') ? (
        <MongolQueues session={session} wide={wide} />
      ) : (
        <QueuesScreen session={session} wide={wide} />
      )
    case 'checkin':
      return <CheckinScreen session={session} />
    case 'departments':
    case 'flows':
      return (
        <BrowseScreen key={session.where.value.value} session={session} what={session.where.value.value} wide={wide} />
      )
    case 'themes':
      return <ThemesScreen session={session} wide={wide} />
    case 'matters':
      return <MattersScreen session={session} wide={wide} />
    case 'flow':
      return <FlowScreen session={session} wide={wide} />
    case 'matter':
      return <MatterScreen session={session} wide={wide} />
    case 'details':
      return <DetailsScreen session={session} wide={wide} />
    case 'take-away':
      return <TakeAwayScreen session={session} />
    case 'plan':
      return <PlanScreen session={session} wide={wide} />
    case 'progress':
      return <ProgressScreen session={session} />
    case 'complain':
      return <ComplainScreen session={session} />
    case 'notices':
      return <NoticesScreen session={session} />
    case 'ticket':
      return isUpright('ticket') && isPlainTicket(session) ? (
        <MongolTicket session={session} />
      ) : (
        <TicketScreen session={session} />
      )
  }
}
