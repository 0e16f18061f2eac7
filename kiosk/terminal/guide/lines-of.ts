/** Wraps Chinese text into lines of at most `most` wide characters; a narrow one counts half. The last line that fits ends in … */
export function linesOf(text: string, most: number, lines: number): string[] {
  const wrapped: string[] = []
  let line = ''
  let width = 0
  for (const character of text) {
    const wide = character.charCodeAt(0) < 0x2e80 ? 0.55 : 1
    if (width + wide > most) {
      wrapped.push(line)
      ;[line, width] = ['', 0]
    }
    line += character
    width += wide
  }
  if (line !== '') wrapped.push(line)
  return wrapped.length <= lines
    ? wrapped
    : [...wrapped.slice(0, lines - 1), `${(wrapped[lines - 1] ?? '').slice(0, -1)}…`]
}
