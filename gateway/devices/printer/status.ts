import type { PaperLevel, SlipFault } from '../../contract/commands.ts'

/** What a printer says of itself, in the words of the desk. */
export interface PrinterCondition {
  state: 'ok' | 'warning' | 'fault' | 'unknown'
  word: string
  fault: SlipFault | null
  /** null = it did not say. */
  paper: PaperLevel | null
}

/** A real-time status byte has bits 1 and 4 set, 0 and 7 clear ("fixed"). */
export const isStatusByte = (byte: number): boolean => (byte & 0x93) === 0x12
/** The answer to GS r has bits 4 and 7 clear ("fixed"), so it cannot be mistaken for a real-time answer. */
export const isReceiptByte = (byte: number): boolean => (byte & 0x90) === 0
/** First of the four bytes of GS a: bit 4 set, bits 0, 1 and 7 clear ("fixed"). */
export const isAutomaticStatus = (byte: number): boolean => (byte & 0x93) === 0x10
/** GS r 1: bits 0+1 near end, bits 2+3 paper end. `before` stands where the model's answer says nothing of the near end. */
export const paperInReceipt = (byte: number, before: PaperLevel | null): PaperLevel | null =>
  byte & 0x0c ? 'out' : byte & 0x03 ? 'low' : before === 'low' ? 'low' : 'enough'

const words: Record<SlipFault, string> = {
  'paper-out': '缺纸',
  'cover-open': '盖子没关',
  'cutter-jam': '切刀卡住',
  offline: '离线',
  mute: '没有回应',
  'printer-error': '打印机出错',
  'power-cut': '断过电',
  'switched-off': '停用',
}
export const faultCondition = (fault: SlipFault): PrinterCondition => ({
  state: fault === 'mute' ? 'unknown' : 'fault',
  word: words[fault],
  fault,
  paper: fault === 'paper-out' ? 'out' : null,
})
/** Something answers there, but not as a printer does. */
export const notAPrinter: PrinterCondition = {
  state: 'fault',
  word: '接的不像打印机',
  fault: 'printer-error',
  paper: null,
}
/** A model that answers no question. */
export const unseenCondition: PrinterCondition = { state: 'unknown', word: '看不到状态', fault: null, paper: null }

/**
 * The four answers of DLE EOT 1–4 (null = not answered). n=2: b2 cover, b5 paper end stop, b6 error; n=3: b3 cutter, b5
 * unrecoverable; n=4: b2+b3 near end, b5+b6 paper end; n=1: b3 offline. Cheap clones answer only n=4.
 */
export function conditionOf(answers: readonly (number | null)[]): PrinterCondition {
  const [printer, cause, error, paper] = answers.map((answer) => answer ?? 0) as [number, number, number, number]
  if (answers.every((answer) => answer === null)) return faultCondition('mute')
  if (cause & 0x04) return faultCondition('cover-open')
  if (paper & 0x60 || cause & 0x20) return faultCondition('paper-out')
  if (error & 0x08) return faultCondition('cutter-jam')
  if (error & 0x20 || cause & 0x40) return faultCondition('printer-error')
  if (printer & 0x08) return faultCondition('offline')
  const level = answers[3] === null ? null : paper & 0x0c ? 'low' : 'enough'
  return level === 'low'
    ? { state: 'warning', word: '纸将用完', fault: null, paper: 'low' }
    : { state: 'ok', word: '正常', fault: null, paper: level }
}
