const NEVER_FIRST = /^[，。、；：？！）》”’·]/

/** Breaks a text into lines of at most `width`; Chinese breaks anywhere but before closing marks, and rather before （. */
export function wrapWords(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of text.match(/[A-Za-z0-9–:.]+|./gsu) ?? []) {
    if (line === '' || measure(line + part) <= width || NEVER_FIRST.test(part)) {
      line += part
      continue
    }
    const bracket = line.lastIndexOf('（')
    if (bracket > 3 && !line.slice(bracket).includes('）') && lines.length === 0) {
      lines.push(line.slice(0, bracket))
      line = line.slice(bracket) + part
    } else {
      lines.push(line)
      line = part.trimStart()
    }
  }
  return line === '' ? lines : [...lines, line]
}
