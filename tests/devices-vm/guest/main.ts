import '../../../gateway/devices/hid/enough-threads.ts'
import { hidSteps } from './hid-steps.ts'
import { printerSteps } from './printer-steps.ts'
import { sayResult } from './steps.ts'

await hidSteps()
await printerSteps()
sayResult()
process.exit(0)
