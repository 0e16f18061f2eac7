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

/** It outlives the day. */
export interface EmergencyState {
  /** Whether it is still in force, `emergencyNow` says. */
  raised: Emergency | null
}

export const noEmergency = (): EmergencyState => ({ raised: null })
