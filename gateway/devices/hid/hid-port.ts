import type { HidInfo } from '../../contract/agent-messages.ts'

export type { HidInfo }

/** One opened HID interface. Reports as node-hid gives them: numbered ones begin with their number, others do not. */
export interface HidDevice {
  /** An output report; the first byte is its number, 0 when reports are not numbered. */
  write(report: Uint8Array): Promise<void>
  /** A feature report; the first byte is its number. */
  sendFeature(report: Uint8Array): Promise<void>
  /** `isLate`: said perhaps longer ago than an order lives. It tells which keys are down, and is nobody's wish any more. */
  onReport(listener: (report: Uint8Array, isLate?: boolean) => void): void
  /** Unplugged, or its computer is away. Called once. */
  onGone(listener: () => void): void
  close(): void
}

/** Where HID devices are plugged in: this computer, a terminal's computer, or a simulation. Drivers need no more than this. */
export interface HidPort {
  list(): Promise<HidInfo[]>
  /** null when it is not there any more, or may not be opened. */
  open(path: string): Promise<HidDevice | null>
  /** Something was plugged in or out. Not every place can tell, so whoever listens also looks now and then. */
  onChange(listener: () => void): void
}
