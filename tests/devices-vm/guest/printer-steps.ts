import { existsSync } from 'node:fs'
import { openFile } from '../../../gateway/devices/file-link.ts'
import { receiptPrinter } from '../../../gateway/devices/printer/receipt-printer.ts'
import type { PrinterCondition } from '../../../gateway/devices/printer/status.ts'
import { type SlipJob, runPrinter } from '../../../gateway/outputs/print-slips.ts'
import { same, step, until } from './steps.ts'
import { slipEnd, usbPrinter } from './usb-printer.ts'

/** Larger than every buffer on the way, so that the cable can be pulled in the middle. */
const SLIP_BYTES = 160_000
const LP = '/dev/usb/lp0'
const slip = (name: string): Uint8Array => Uint8Array.from([...new Uint8Array(SLIP_BYTES).fill(0x55), ...slipEnd(name)])

/** The gateway's own printer runner over usblp. */
export async function printerSteps(): Promise<void> {
  const printer = usbPrinter()
  const states = new Map<string, string>()
  let condition: PrinterCondition | null = null
  let attempts = 0
  const codes: string[] = []
  const runner = runPrinter(
    'LP',
    receiptPrinter(() => openFile(LP), 'receipt', { answerMs: 3_000, slipMs: 30_000, reconnectMs: 2_000 }, true),
    {
      jobs: () =>
        [...states].flatMap(([ticketId, state]): SlipJob[] =>
          state === 'queued' || state === 'failed' ? [{ ticketId, copy: 1, printerId: 'LP', state }] : [],
        ),
      encode: async ({ ticketId }) => slip(ticketId),
      async begin({ ticketId }) {
        attempts += 1
        states.set(ticketId, 'printing')
        return true
      },
      report: async ({ ticketId, outcome }) => void states.set(ticketId, outcome),
      isOff: () => false,
      handOver: async () => {},
      async onCondition(_, next) {
        if (next.code !== condition?.code) console.log(`# the printer: ${next.code}`)
        condition = next
        codes.push(next.code)
      },
      onBroken: (error) => console.log('# broken', error),
    },
    1_000,
  )
  const print = (name: string): void => {
    states.set(name, 'queued')
    runner.wake()
  }
  await step('DV7 without a printer a slip fails for certain and waits', async () => {
    print('EARLY')
    await until('the fault', () => states.get('EARLY') === 'failed')
    same(condition?.code, 'offline')
    return ''
  })
  await step('DV8 the printer is plugged in: the slip that waited comes out once, proved', async () => {
    await printer.plugIn()
    await until('the slip', () => states.get('EARLY') === 'printed', 60_000)
    same(printer.whole, ['EARLY'])
    // What it still had to say from before is not read as a fault.
    same(codes.includes('cover-open'), false)
    return ''
  })
  await step(
    'DV9 unplugged in mid-slip: nobody claims that it came out, and it is not printed again by itself',
    async () => {
      printer.unplugAfter(40_000)
      print('CUT')
      await until('the doubt', () => states.get('CUT') === 'unknown', 60_000)
      print('NEXT')
      await until('the fault', () => states.get('NEXT') === 'failed', 60_000)
      same(existsSync(LP), false)
      return ''
    },
  )
  await step('DV10 back again: the slip behind it comes out once, the doubtful one waits for a person', async () => {
    await printer.plugIn()
    await until('the next slip', () => states.get('NEXT') === 'printed', 60_000)
    same([printer.whole, states.get('CUT'), condition?.code], [['EARLY', 'NEXT'], 'unknown', 'ok'])
    same(codes.includes('cover-open'), false)
    return `${attempts} slips begun, ${printer.bytes} bytes`
  })
  await runner.stop()
  await printer.unplug()
}
