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
