import iconv from 'iconv-lite'

/** ESC/POS as words, one for each command and one for each printed line, after the manual: [init, centre, bold, 厅, cut]. Throws at what is none. */
export function escposWords(given: Uint8Array): string[] {
  const bytes = Buffer.from(given)
  const said: string[] = []
  let line: Buffer[] = []
  let qr = ''
  for (let at = 0; at < bytes.length; ) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at)
    const code = `${a.toString(16)} ${b.toString(16)}`
    if (a === 0x0a) {
      said.push(iconv.decode(Buffer.concat(line), 'gb18030'))
      line = []
      at += 1
    } else if (a >= 0x20) {
      const length = a > 0x80 ? 2 : 1
      line.push(bytes.subarray(at, at + length))
      at += length
    } else if (code === '1c 26' || code === '1c 2e') at += 2
    else if (code === '1b 40') {
      said.push('init')
      at += 2
    } else if (code === '1d 28') {
      const length = bytes.readUInt16LE(at + 3)
      const [, fn = 0, ...rest] = bytes.subarray(at + 5, at + 5 + length)
      if (fn === 0x43) qr = `qr ${rest[0]}`
      if (fn === 0x50) said.push(`${qr} ${Buffer.from(rest.slice(1)).toString('utf8')}`)
      at += 5 + length
    } else if (code === '1d 56') {
      said.push('cut')
      at += 4
    } else if (['1b 61', '1b 45', '1d 21', '1b 64'].includes(code)) {
      const word: Record<string, string> = {
        '1b 61': c === 1 ? 'centre' : 'left',
        '1b 45': c === 1 ? 'bold' : 'plain',
        '1d 21': `size ${(c >> 4) + 1}×${(c & 7) + 1}`,
        '1b 64': `feed ${c}`,
      }
      said.push(word[code] ?? '')
      at += 3
    } else throw new Error(`unknown command ${code} at ${at}`)
  }
  return said
}
