import iconv from 'iconv-lite'
import type { Paper } from './paper.ts'

export interface Reader {
  /** Takes what the wire brought; answers leave by `say`. */
  feed(bytes: Uint8Array): void
}
export interface ReaderEvents {
  say(byte: number): void
  /** The byte for DLE EOT n or GS r; null = stay silent. */
  status(question: 1 | 2 | 3 | 4 | 'receipt'): number | null
  cut(): void
  /** A command that our slips must not contain. */
  unknown(command: string): void
}

/** Reads ESC/POS as a printer does, command by command, strictly: written from the manual, not from our encoder. */
export function readEscpos(paper: Paper, events: ReaderEvents): Reader {
  let rest = Buffer.alloc(0)
  let words: Buffer[] = []
  const style = { times: 1, bold: false, centre: false }
  const qr = { module: 3, content: '' }
  const say = (byte: number | null): void => {
    if (byte !== null) events.say(byte)
  }
  const print = (): void => {
    paper.line(iconv.decode(Buffer.concat(words), 'gb18030'), style)
    words = []
  }

  /** Length of the whole command at the head of `rest`; 0 = wait for more. */
  function step(): number {
    const [a = 0, b = 0, c = 0] = rest
    const need = (length: number, act: () => void): number => {
      if (rest.length < length) return 0
      act()
      return length
    }
    const u16 = (at: number): number => (rest[at] ?? 0) | ((rest[at + 1] ?? 0) << 8)
    const code = rest.length >= 2 ? `${a.toString(16)} ${b.toString(16)}` : ''
    if (a === 0x0a) return need(1, print)
    if (a > 0x1f) {
      const pair = a > 0x80 ? 2 : 1
      return need(pair, () => words.push(rest.subarray(0, pair)))
    }
    switch (code) {
      case '':
        return 0
      case '1b 40':
        return need(2, () => Object.assign(style, { times: 1, bold: false, centre: false }))
      case '1b 61':
        return need(3, () => void (style.centre = c === 1))
      case '1b 45':
        return need(3, () => void (style.bold = c === 1))
      case '1d 21':
        return need(3, () => void (style.times = (c & 7) + 1))
      case '1b 64':
        return need(3, () => paper.feed(c * 30))
      case '1c 26':
      case '1c 2e':
        return need(2, () => {})
      case '10 4':
        return need(3, () => say(c >= 1 && c <= 4 ? events.status(c as 1 | 2 | 3 | 4) : null))
      case '1d 72':
        return need(3, () => say(events.status('receipt')))
      case '1d 56':
        return need(4, () => {
          paper.feed(24)
          events.cut()
        })
      case '1d 76': {
        if (rest.length < 8) return 0
        const [stride, rows] = [u16(4), u16(6)]
        return need(8 + stride * rows, () => paper.burn(stride, rows, rest.subarray(8, 8 + stride * rows)))
      }
      case '1d 28': {
        if (rest.length < 5) return 0
        const length = u16(3)
        return need(5 + length, () => {
          const fn = rest[6]
          if (fn === 0x43) qr.module = rest[7] ?? 3
          else if (fn === 0x50) qr.content = rest.subarray(8, 5 + length).toString('utf8')
          else if (fn === 0x51) paper.qr(qr.content, qr.module)
        })
      }
      default:
        return need(1, () => events.unknown(code))
    }
  }

  return {
    feed(bytes) {
      rest = Buffer.concat([rest, bytes])
      for (let length = step(); length > 0 && rest.length > 0; length = rest.length > 0 ? step() : 0)
        rest = rest.subarray(length)
    },
  }
}
