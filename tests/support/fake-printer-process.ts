import { startFakePrinter } from '../../gateway/devices/fake/fake-printer.ts'

// A simulated printer in a process of its own, so that its paper is no part of the gateway's memory.
const fake = await startFakePrinter({ port: 0, width: 576 })
process.on('message', () => process.send?.({ printed: fake.printed, strange: fake.strange }))
process.on('disconnect', () => process.exit(0))
process.send?.({ port: fake.port })
