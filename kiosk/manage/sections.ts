import type { FunctionComponent } from 'preact'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { ManageView } from '../../gateway/contract/manage.ts'
import type { RatingsView } from '../../gateway/contract/grievances.ts'
import type { LightsView } from '../../gateway/contract/lights.ts'
import { boardTopics } from './board/board-topics.ts'
import type { SectionId } from './section-id.ts'
import type { SectionProps } from './section-props.ts'

export interface Section {
  /** In the address: /manage/?section=notices */
  id: SectionId
  /** Topics beside `manage` that it listens to. */
  topics: string[]
  load: () => Promise<FunctionComponent<SectionProps>>
  /** How many things there are over their limit, from its own topics. */
  late?: (hall: HallConnection) => number
}

/** The supervisors' sections in the order of the bar; each is loaded when it is first opened. */
export const sections: readonly Section[] = [
  {
    id: 'board',
    topics: boardTopics,
    load: () => import('./board/board-section.tsx').then((part) => part.BoardSection),
  },
  {
    id: 'ratings',
    topics: ['ratings'],
    load: () => import('./ratings/ratings-section.tsx').then((part) => part.RatingsSection),
    late: (hall) =>
      hall.view<RatingsView>('ratings').value?.grievances.filter(({ light }) => light === 'late').length ?? 0,
  },
  {
    id: 'asked',
    topics: [],
    load: () => import('./asked/asked-section.tsx').then((part) => part.AskedSection),
    late: (hall) =>
      hall.view<ManageView>('manage').value?.consultations.open.filter(({ light }) => light !== 'open').length ?? 0,
  },
  {
    id: 'reports',
    topics: [],
    load: () => import('./reports/reports-section.tsx').then((part) => part.ReportsSection),
  },
  {
    id: 'notices',
    topics: [],
    load: () => import('./notices/notices-section.tsx').then((part) => part.NoticesSection),
  },
  {
    id: 'lights',
    topics: ['lights'],
    load: () => import('./lights/lights-section.tsx').then((part) => part.LightsSection),
    late: (hall) => hall.view<LightsView>('lights').value?.unanswered ?? 0,
  },
  {
    id: 'approvals',
    topics: ['lights'],
    load: () => import('./approvals/approvals-section.tsx').then((part) => part.ApprovalsSection),
  },
  {
    id: 'roster',
    topics: [],
    load: () => import('./roster/roster-section.tsx').then((part) => part.RosterSection),
  },
  {
    id: 'devices',
    topics: [],
    load: () => import('./devices/devices-section.tsx').then((part) => part.DevicesSection),
  },
  {
    id: 'screens',
    topics: [],
    load: () => import('./screens/screens-section.tsx').then((part) => part.ScreensSection),
  },
  {
    id: 'slip',
    topics: [],
    load: () => import('./slip/slip-section.tsx').then((part) => part.SlipSection),
  },
  {
    id: 'emergency',
    topics: [],
    load: () => import('./emergency/emergency-section.tsx').then((part) => part.EmergencySection),
  },
  {
    id: 'pads',
    topics: [],
    load: () => import('./pads/pads-section.tsx').then((part) => part.PadsSection),
  },
  {
    id: 'catalogue',
    topics: [],
    load: () => import('./catalogue/catalogue-section.tsx').then((part) => part.CatalogueSection),
  },
  {
    id: 'staff',
    topics: [],
    load: () => import('./staff/staff-section.tsx').then((part) => part.StaffSection),
  },
  {
    id: 'what-if',
    topics: [],
    load: () => import('./what-if/what-if-section.tsx').then((part) => part.WhatIfSection),
  },
  {
    id: 'hall',
    topics: [],
    load: () => import('./hall/hall-section.tsx').then((part) => part.HallSection),
  },
  {
    id: 'upkeep',
    topics: [],
    load: () => import('./upkeep/upkeep-section.tsx').then((part) => part.UpkeepSection),
  },
  {
    id: 'audit',
    topics: ['audit'],
    load: () => import('./audit/audit-section.tsx').then((part) => part.AuditSection),
  },
]
