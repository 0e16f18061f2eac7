import type { SlipFault } from '../../contract/commands.ts'

/** What a printer says of itself, in the words of the desk. */
export interface PrinterCondition {
  state: 'ok' | 'warning' | 'fault' | 'unknown'
  word: string
  fault: SlipFault | null
}

/** A real-time status byte has bits 1 and 4 set, 0 and 7 clear ("fixed"). */
export const isStatusByte = (byte: number): boolean => (byte & 0x93) === 0x12
/** The answer to GS r has bits 4 and 7 clear ("fixed"), so it cannot be mistaken for a real-time answer. */
export const isReceiptByte = (byte: number): boolean => (byte & 0x90) === 0

const words: Record<SlipFault, string> = {
  ...{ 'paper-out': '缺纸', 'cover-open': '盖子没关', 'cutter-jam': '切刀卡住', offline: '离线', mute: '没有回应' },
  ...{ 'printer-error': '打印机出错', 'power-cut': '断过电' },
}
export const faultCondition = (fault: SlipFault): PrinterCondition => ({ state: fault === 'mute' ? 'unknown' : 'fault', word: words[fault], fault })

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
  return paper & 0x0c ? { state: 'warning', word: '纸将用完', fault: null } : { state: 'ok', word: '正常', fault: null }
}
