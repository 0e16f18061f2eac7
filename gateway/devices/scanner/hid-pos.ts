/** HID point of sale (usage page 8Ch, usage 02h). Report 2: length, AIM id (3 bytes), data, …, at [60] symbology, at [62] 1 = more follows. */
const REPORT = 0x02
const AIM_MARK = 0x5d
const DATA_AT = 4
const DATA_END = 60
const MORE_AT = 62
/** The largest QR code holds 2,953 bytes. */
const LONGEST = 3_000
/** The rest of one code follows at once; what comes later belongs to another. */
const REST_WITHIN_MS = 500

export const isPosScanner = ({ usagePage, usage }: { usagePage: number; usage: number }): boolean =>
  usagePage === 0x8c && usage === 0x02

/** Takes reports and gives whole codes. Half a code, of a scanner that was pulled out meanwhile, is never given. */
export function posReports(onCode: (bytes: Uint8Array) => void): { feed(report: Uint8Array, now: number): void } {
  let parts: Uint8Array[] = []
  let lastAt = 0
  let overlong = false
  return {
    feed(report, now) {
      // Some systems give the report's number, some firmware does not number its reports.
      const body = report[0] === REPORT && report.length > 63 ? report.subarray(1) : report
      // Some firmware sends one byte more in front: then the AIM mark stands at [2].
      const shift = body[1] !== AIM_MARK && body[2] === AIM_MARK ? 1 : 0
      const length = body[shift] ?? 0
      if (body.length < MORE_AT + 1 || body[shift + 1] !== AIM_MARK || length > DATA_END - DATA_AT) return
      if (now - lastAt > REST_WITHIN_MS) {
        parts = []
        overlong = false
      }
      lastAt = now
      parts.push(body.slice(shift + DATA_AT, shift + DATA_AT + length))
      const size = parts.reduce((sum, part) => sum + part.length, 0)
      if (size > LONGEST) {
        parts = []
        overlong = true
      }
      if (body[MORE_AT] === 1) return
      if (!overlong && size > 0) onCode(Uint8Array.from(parts.flatMap((part) => [...part])))
      parts = []
      overlong = false
    },
  }
}

/** A code as the reports of a scanner, for simulations and tests. */
export function encodePosReports(code: Uint8Array, shifted = false): Uint8Array[] {
  const reports: Uint8Array[] = []
  const room = DATA_END - DATA_AT
  for (let at = 0; at < code.length; at += room) {
    const part = code.subarray(at, at + room)
    const body = new Uint8Array(63)
    const shift = shifted ? 1 : 0
    body.set([part.length, AIM_MARK, 0x51, 0x31, ...part], shift)
    if (!shifted) body[DATA_END] = 0x73
    body[MORE_AT] = at + room < code.length ? 1 : 0
    reports.push(Uint8Array.of(REPORT, ...body))
  }
  return reports
}

/** UTF-8, else GB18030, which most scanners in China send for Chinese codes. */
export function decodeCode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
