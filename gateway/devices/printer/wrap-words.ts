import { splitWords } from '../../../display/led/split-words.ts'

const NEVER_FIRST = /^[，。、；：？！）》”’·]/
/** The last character of a line with the closing marks after it. */
const LAST_WITH_MARKS = /[^，。、；：？！）》”’·][，。、；：？！）》”’·]*$/u

/**
 * Breaks a text into lines of at most `width`; Chinese breaks anywhere but before closing marks, and rather before （. A Latin
 * word breaks only where a whole line could not hold it.
 */
export function wrapWords(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of splitWords(text).flatMap((word) => piecesOf(word, width, measure))) {
    if (line === '' || measure(line + part) <= width) {
      line += part
      continue
    }
    const tail = NEVER_FIRST.test(part) ? (LAST_WITH_MARKS.exec(line)?.[0] ?? line) : ''
    if (tail !== '') {
      // A mark that has no room takes the character before it along; beyond the edge the printer would begin a line of its own.
      if (tail !== line) lines.push(line.slice(0, -tail.length))
      line = tail + part
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

/** One word as pieces that each fit on a line; a single character that is wider than the line stays whole. */
function piecesOf(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word) <= width) return [word]
  const pieces: string[] = []
  for (const character of word) {
    const grown = (pieces.at(-1) ?? '') + character
    if (pieces.length > 0 && measure(grown) <= width) pieces[pieces.length - 1] = grown
    else pieces.push(character)
  }
  return pieces
}
