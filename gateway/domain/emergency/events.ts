/** The one emergency of a hall. Who raised or lifted it is the actor of the event. */
export type EmergencyEvent =
  | {
      type: 'emergency-raised'
      emergencyId: string
      title: string
      titleEn: string | null
      lines: string[]
      drill: boolean
      until: number
    }
  | { type: 'emergency-lifted'; emergencyId: string }
  /** Its time was over. */
  | { type: 'emergency-ended'; emergencyId: string }

export interface Emergency {
  readonly id: string
  readonly title: string
  readonly titleEn: string | null
  readonly lines: string[]
  readonly drill: boolean
  readonly raisedAt: number
  /** Epoch ms; from then on it is over without any further fact. */
  readonly until: number
  readonly by: string
}
