import { startFakePrinter } from '../../gateway/devices/fake/fake-printer.ts'
import { blankPaper } from './blank-paper.ts'

// A simulated printer in a process of its own, so that its paper is no part of the gateway's memory. It reads every command and draws nothing.
const fake = await startFakePrinter({ port: 0, width: 576, openPaper: blankPaper })
process.on('message', () => process.send?.({ printed: fake.printed, unknown: fake.unknown }))
process.on('disconnect', () => process.exit(0))
process.send?.({ port: fake.port })
