import type { Printer } from '../contract/hall.ts'
import type { StartView } from '../contract/start-view.ts'
import { type FakeFault, type FakePrinter, fakeFaults, startFakePrinter } from '../devices/fake/fake-printer.ts'

export interface SimulatedPrinters {
  portOf(printerId: string): number
  papers(): StartView['papers']
  /** The newest slip as PNG. */
  paperOf(printerId: string): Buffer | null
  /** One fault at a time, null = none; false when this printer is not simulated. */
  setFault(printerId: string, fault: FakeFault | null): boolean
  close(): Promise<void>
}

/** Simulated printers get their TCP server here and are then driven as any other. `invalidate`: there is something new to look at. */
export async function simulatedPrinters(
  printers: readonly Printer[],
  invalidate: () => void,
): Promise<SimulatedPrinters> {
  const fakes = new Map<string, FakePrinter>()
  for (const { id, link, paperMm } of printers) {
    if (link.kind !== 'simulated') continue
    const fake = await startFakePrinter({ port: 0, width: paperMm === 80 ? 576 : 384 })
    fake.onSlip(invalidate)
    fakes.set(id, fake)
  }
  return {
    portOf: (printerId) => fakes.get(printerId)?.port ?? 0,
    papers: () => [...fakes].map(([printerId, fake]) => ({ printerId, slips: fake.printed, faults: [...fake.faults] })),
    paperOf: (printerId) => fakes.get(printerId)?.slips.at(-1) ?? null,
    setFault(printerId, fault) {
      const fake = fakes.get(printerId)
      if (!fake) return false
      for (const one of fakeFaults) fake.set(one, one === fault)
      invalidate()
      return true
    },
    close: async () => void (await Promise.all([...fakes.values()].map((fake) => fake.close()))),
  }
}
