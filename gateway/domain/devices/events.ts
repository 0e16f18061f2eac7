/** Facts about devices that people set aside; what devices say of themselves is no fact of the hall. */
export type DeviceEvent =
  /** Off on purpose until somebody takes it back: no fault, nothing is asked of it. `reason` in words; null = not said. */
  | { type: 'device-switched-off'; deviceId: string; reason: string | null }
  | { type: 'device-switched-on'; deviceId: string }
