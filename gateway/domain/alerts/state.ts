import type { AlertEffect } from '../../contract/alert.ts'

export interface Alert {
  readonly sender: string
  readonly effect: AlertEffect
  readonly madeId: string | null
}

export interface AlertsState {
  /** By CAP reference, oldest first; the last 200. */
  byReference: Map<string, Alert>
}

export const noAlerts = (): AlertsState => ({ byReference: new Map() })
