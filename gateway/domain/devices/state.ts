/** Who switched a device off, when (epoch ms), and why. */
export interface SwitchedOff {
  readonly at: number
  readonly by: string
  readonly reason: string | null
}

export interface DevicesState {
  /** Devices that somebody set aside, by id; it outlives the day. */
  off: Map<string, SwitchedOff>
}

export const noDevicesOff = (): DevicesState => ({ off: new Map() })
