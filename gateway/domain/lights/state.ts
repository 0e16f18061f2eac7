import type { Light } from '../../contract/cases.ts'
import type { LightChange, LightEntry } from '../../contract/lights.ts'

/** A case that is watched because its light has changed once. One that is over is not here. */
export interface WatchedCase extends Omit<LightChange, 'to' | 'cause'> {
  light: Light
  /** Epoch ms. */
  since: number
  /** Oldest first. */
  history: LightEntry[]
  urged: number
  /** Epoch ms of the answer to this red; null = none yet. */
  answeredAt: number | null
}

/** By case id. A case that is not here is green. */
export interface LightsState {
  watched: Map<string, WatchedCase>
}

export const noLights = (): LightsState => ({ watched: new Map() })
export const lightNow = (lights: LightsState, caseId: string): Light => lights.watched.get(caseId)?.light ?? 'green'
