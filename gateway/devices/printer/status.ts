import type { PaperLevel, SlipFault } from '../../contract/commands.ts'
import type { DeviceCode } from '../../contract/device-condition.ts'

export type PrinterCode = Extract<
  DeviceCode,
  | 'ok'
  | 'paper-low'
  | 'paper-out'
  | 'cover-open'
  | 'cutter-jam'
  | 'printer-error'
  | 'offline'
  | 'mute'
  | 'not-a-printer'
  | 'unwatched'
  | 'never-answers'
  | 'never-proves'
>
/** What a printer says of itself. */
export interface PrinterCondition {
  code: PrinterCode
  /** null = it did not say. */
  paper: PaperLevel | null
}

/** What keeps a printer in this condition from printing; null = it may be printed on. */
export function faultOf(code: PrinterCode): SlipFault | null {
  switch (code) {
    case 'ok':
    case 'paper-low':
    case 'unwatched':
    case 'never-answers':
    case 'never-proves':
      return null
    case 'not-a-printer':
      return 'printer-error'
    case 'paper-out':
    case 'cover-open':
    case 'cutter-jam':
    case 'printer-error':
    case 'offline':
    case 'mute':
      return code
  }
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

export const conditionIn = (code: PrinterCode): PrinterCondition => ({
  code,
  paper: code === 'paper-out' ? 'out' : code === 'paper-low' ? 'low' : null,
})

/**
 * The four answers of DLE EOT 1–4 (null = not answered). n=2: b2 cover, b5 paper end stop, b6 error; n=3: b3 cutter, b5
 * unrecoverable; n=4: b2+b3 near end, b5+b6 paper end; n=1: b3 offline. Cheap clones answer only n=4.
 */
export function conditionOf(answers: readonly (number | null)[]): PrinterCondition {
  const [printer, cause, error, paper] = answers.map((answer) => answer ?? 0) as [number, number, number, number]
  if (answers.every((answer) => answer === null)) return conditionIn('mute')
  if (cause & 0x04) return conditionIn('cover-open')
  if (paper & 0x60 || cause & 0x20) return conditionIn('paper-out')
  if (error & 0x08) return conditionIn('cutter-jam')
  if (error & 0x20 || cause & 0x40) return conditionIn('printer-error')
  if (printer & 0x08) return conditionIn('offline')
  if (answers[3] === null) return conditionIn('ok')
  return paper & 0x0c ? conditionIn('paper-low') : { code: 'ok', paper: 'enough' }
}
