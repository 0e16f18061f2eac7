import { clean, cleanLines } from '../../sheets/clean-text.ts'

const ticked = '[☑■√✓✔●◉]'
const open = '[□☐○◯]'
const yes = '(?:是|有|支持|收费|按标准(?:收费)?|进驻|已进驻|可以|能|涉及)'
const no = '(?:否|无|没有|不支持|不收费|不收取(?:费用)?|免费|免收|不进驻|未进驻|不可以|不能|不涉及|零收费)'
const isTicked = new RegExp(`^(${ticked}|对)$`)
const hasBox = new RegExp(`${ticked}|${open}`)
const isYes = new RegExp(`^(?:1|Y|YES|TRUE|T|${yes})(?:[(,，;；:].*)?$`)
const isNo = new RegExp(`^(?:0|N|NO|FALSE|F|${no})(?:[(,，;；:].*)?$`)

/** 是 / 否 in the ways it is written, also with boxes: ☑是□否, √, 是（工本费）; null = not said, or said both ways. */
export function flagOf(text: string): boolean | null {
  const said = clean(text).normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (said === '') return null
  if (isTicked.test(said)) return true
  if (/^[×✗✘☒]$/.test(said)) return false
  if (hasBox.test(said)) return boxOf(said)
  if (isYes.test(said)) return true
  return isNo.test(said) ? false : null
}

/** A mark stands before its word; where the text begins with a word it stands behind. */
function boxOf(said: string): boolean | null {
  const before = /^[☑■√✓✔●◉□☐○◯]/.test(said)
  const marked = (word: string): boolean => new RegExp(before ? `${ticked}${word}` : `${word}${ticked}`).test(said)
  const [isOn, isOff] = [marked(yes), marked(no)]
  return isOn === isOff ? null : isOn
}

/** A whole number, also behind 次 or 份; null = none. */
export function countOf(text: string): number | null {
  const found = /^(\d{1,6})(?:\.0+)?(?:次|份)?$/.exec(clean(text).normalize('NFKC'))
  return found ? Number(found[1]) : null
}

/** Several words in a cell: a JSON list, or split at 、 ， ； | and line breaks. */
export function listOf(text: string): string[] {
  if (text.trimStart().startsWith('[')) {
    const read = jsonOf(text)
    if (Array.isArray(read)) return read.map((one) => clean(String(one))).filter((one) => one !== '')
  }
  // Cleaned first: an entity ends with a semicolon of its own.
  return cleanLines(text)
    .split(/[、，,；;|\n\r^]+/)
    .map(clean)
    .filter((one) => one !== '')
}
/** The cell that `listOf` reads back as the same list. */
export const listCell = (list: readonly string[]): string =>
  list.some((one) => /[、，,；;|^[]/.test(one)) ? JSON.stringify(list) : list.join('、')

/** undefined = no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
