import type { JSX } from 'preact'
import type { SectionProps } from '../section-props.ts'
import { BackupsCard } from './backups-card.tsx'
import { LogCard } from './log-card.tsx'
import { WebhooksCard } from './webhooks-card.tsx'
import './upkeep.css'

/** What keeps the hall's data safe, and what other systems hear of it. */
export const UpkeepSection = (props: SectionProps): JSX.Element => (
  <div class="upkeep">
    <div class="upkeep-side">
      <BackupsCard {...props} />
      <LogCard {...props} />
    </div>
    <WebhooksCard {...props} />
  </div>
)
