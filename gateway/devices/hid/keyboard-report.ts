/** Keys that are down in a keyboard's input report (HID 1.11, appendix B.1): modifiers, a reserved zero, six usages. */
export function keysDown(report: Uint8Array): number[] {
  // Keyboards with several collections number their reports.
  const body = report.length > 8 && report[2] === 0 ? report.subarray(1) : report
  return [...body.subarray(2, 8)].filter((usage) => usage > 0x03)
}

/** Gives each key once when it goes down; a key that is held says nothing more. */
export function keyPresses(onKey: (usage: number) => void): (report: Uint8Array) => void {
  let down: number[] = []
  return (report) => {
    const now = keysDown(report)
    for (const usage of now) if (!down.includes(usage)) onKey(usage)
    down = now
  }
}

export const isKeyboard = ({ usagePage, usage }: { usagePage: number; usage: number }): boolean =>
  usagePage === 0x01 && usage === 0x06
