import type { Paper } from '../../../gateway/devices/fake/paper.ts'
import { readEscpos } from '../../../gateway/devices/fake/read-escpos.ts'
import { type StandingHead, standingHead } from '../../../gateway/devices/fake/standing-head.ts'
import type { Line } from '../pipe.ts'
import type { World } from '../world.ts'
import type { Caller, Device } from './device-line.ts'

export const printerFaults = [
  'paper-out',
  'cover-open',
  'cutter-jam',
  'near-end',
  'offline',
  'mute',
  'garbage',
] as const
export type PrinterFault = (typeof printerFaults)[number]

export interface StormPrinter extends Device {
  readonly faults: Set<PrinterFault>
  set(fault: PrinterFault, isOn: boolean): void
  /** After so many more bytes something happens in the middle of a slip. */
  interrupt(after: number, how: 'cable' | 'paper-out' | 'cover-open' | 'power'): void
  /** Paper in, cover closed. */
  mend(): void
}

const REFUSES_MS = 60
/** From the first byte to the cut. */
const SLIP_MS = 900
const LONGEST_QUESTION = 40

/** A ticket printer as people have them: serves one caller at a time, answers what it answers, fails in the middle of a slip. */
export function stormPrinter(
  world: World,
  id: string,
  line: Line,
  habits: { provesSlips: boolean; answersStatus: boolean },
  /** A piece of paper has fallen out: the words on it and what its code says. */
  onPaper: (words: string[], code: string) => void,
): StormPrinter {
  const faults = new Set<PrinterFault>()
  const process = world.begin(id)
  const callers = new Set<Caller>()
  const heads = new Set<StandingHead>()
  let freeFrom = 0
  let busyUntil = 0
  let interruption: { bytes: number; how: 'cable' | 'paper-out' | 'cover-open' | 'power' } | null = null
  let isStanding = false
  const on = (fault: PrinterFault, bit: number): number => (faults.has(fault) ? bit : 0)
  const status = (question: 1 | 2 | 3 | 4 | 'receipt'): number | null => {
    if (faults.has('mute') || !habits.answersStatus || (question === 'receipt' && !habits.provesSlips)) return null
    if (faults.has('garbage')) return 0xa5
    switch (question) {
      case 1:
        return 0x12 | on('cover-open', 0x08) | on('paper-out', 0x08)
      case 2:
        return 0x12 | on('cover-open', 0x04) | on('paper-out', 0x20)
      case 3:
        return 0x12 | on('cutter-jam', 0x08)
      case 4:
        return 0x12 | on('paper-out', 0x60) | on('near-end', 0x0c)
      case 'receipt':
        return on('paper-out', 0x0c) | on('near-end', 0x03)
    }
  }
  /** Whether the head cannot print now: what comes waits in the printer's memory. */
  const stands = (): boolean =>
    isStanding || faults.has('paper-out') || faults.has('cover-open') || faults.has('cutter-jam')
  function set(fault: PrinterFault, isOn: boolean): void {
    if (isOn) faults.add(fault)
    else faults.delete(fault)
    if (fault === 'offline' && isOn) for (const caller of [...callers]) caller.hangUp()
    if (isStanding && !faults.has('paper-out') && !faults.has('cover-open')) isStanding = false
    if (!stands()) for (const head of heads) head.goOn()
  }
  return {
    process,
    line,
    faults,
    set,
    interrupt: (bytes, how) => void (interruption = { bytes, how }),
    mend() {
      interruption = null
      set('paper-out', false)
      set('cover-open', false)
    },
    admits: () => !faults.has('offline') && callers.size === 0 && world.now() >= freeFrom,
    attend(caller) {
      callers.add(caller)
      const { paper, takePaper } = plainPaper()
      const reader = readEscpos(paper, {
        say: (byte) => caller.say(Uint8Array.of(byte)),
        status,
        unknown: () => {},
        cut: () => {
          const { words, code } = takePaper()
          onPaper(words, code)
        },
      })
      const head = standingHead(
        stands,
        (bytes) => reader.feed(bytes),
        (question) => {
          const byte = status(question)
          if (byte !== null) caller.say(Uint8Array.of(byte))
        },
      )
      heads.add(head)
      let isOff = false
      return {
        hear(bytes) {
          // A slip takes its time; questions are answered in their row.
          const isSlip = bytes.length > LONGEST_QUESTION
          busyUntil = Math.max(busyUntil, world.now()) + (isSlip ? SLIP_MS : 0)
          if (busyUntil <= world.now()) take(bytes)
          else world.post(busyUntil - world.now(), () => take(bytes), process)
        },
        left() {
          callers.delete(caller)
          if (!stands()) heads.delete(head)
          freeFrom = Math.max(world.now(), busyUntil) + REFUSES_MS
        },
      }
      function take(bytes: Uint8Array): void {
        if (isOff) return
        if (interruption === null) return head.feed(bytes)
        const { how } = interruption
        interruption.bytes -= bytes.length
        if (interruption.bytes > 0) return head.feed(bytes)
        const first = bytes.length + interruption.bytes
        interruption = null
        head.feed(bytes.subarray(0, first))
        if (how === 'cable') return caller.hangUp()
        if (how === 'power') {
          // What stood in its memory is gone with it.
          heads.delete(head)
          isOff = true
          return caller.hangUp()
        }
        isStanding = true
        faults.add(how)
        head.feed(bytes.subarray(first))
      }
    },
  }
}

/** Paper that is read and not looked at. */
function plainPaper(): { paper: Paper; takePaper(): { words: string[]; code: string } } {
  let words: string[] = []
  let code = ''
  const paper: Paper = {
    burn: () => {},
    line: (line) => void words.push(line),
    qr: (content) => void (code = content),
    feed: () => {},
    cut: () => Buffer.alloc(0),
  }
  return {
    paper,
    takePaper() {
      const taken = { words, code }
      words = []
      code = ''
      return taken
    },
  }
}
