import type { FunctionComponent } from 'preact'
import { HallHours, QueueHours } from './hours-bar.tsx'
import type { OwnFieldProps } from './own-field-props.ts'
import { PolicyRules } from './policy-rules.tsx'

/** What is drawn above a key's fields; `isWhole`: it stands instead of them. */
interface OwnField {
  picture: FunctionComponent<OwnFieldProps>
  isWhole: boolean
}

/** Keys that are shown as what they mean, by their pattern. */
export const ownFields: Readonly<Record<string, OwnField>> = {
  hours: { picture: HallHours, isWhole: false },
  'queues[].hours': { picture: QueueHours, isWhole: false },
  'queues[].policy': { picture: PolicyRules, isWhole: true },
}
