import { usualSlipLayout } from '../../gateway/contract/slip-layout.ts'
import { startFakePrinter } from '../../gateway/devices/fake/fake-printer.ts'
import { receiptPrinter } from '../../gateway/devices/printer/receipt-printer.ts'
import { encodeTextSlip } from '../../gateway/devices/printer/slip-text.ts'
import { openTcp } from '../../gateway/devices/tcp-link.ts'
import { aSlip } from '../support/a-slip.ts'

const SLIPS = 10_000
const STEP = 1_000
/** Fonts and code are loaded within the first steps; after them the memory has to stay. */
const WARM = 2_000
const MOST_GROWTH_MB = 32

// D23: ten thousand slips through a real socket and the simulated printer, asked and proved each time.
const fake = await startFakePrinter({ port: 0, width: 576 })
const printer = receiptPrinter(
  () => openTcp('127.0.0.1', fake.port, 2_000),
  'receipt',
  {
    answerMs: 1_000,
    slipMs: 15_000,
    reconnectMs: 2_000,
  },
  true,
)
const megabytes = (): number => {
  globalThis.gc?.()
  return Math.round(process.memoryUsage.rss() / 1_048_576)
}
const began = performance.now()
let base = 0
let most = 0
for (let slip = 1; slip <= SLIPS; slip += 1) {
  const number = `A${String(slip).padStart(3, '0')}`
  const { outcome } = await printer.print(
    async () => encodeTextSlip({ ...aSlip, number }, 48, usualSlipLayout),
    async () => {},
  )
  if (outcome !== 'printed') throw new Error(`slip ${slip}: ${outcome}`)
  if (slip % STEP !== 0) continue
  const now = megabytes()
  if (slip === WARM) base = now
  if (slip > WARM) most = Math.max(most, now - base)
  console.log(`${slip} slips  ${now} MB  ${Math.round((slip / (performance.now() - began)) * 1000)} a second`)
}
await fake.close()
console.log(`printed ${fake.printed}, growth after the first ${WARM}: ${most} MB (at most ${MOST_GROWTH_MB})`)
if (fake.printed !== SLIPS || most > MOST_GROWTH_MB) process.exitCode = 1
