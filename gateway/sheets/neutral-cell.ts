/** What a spreadsheet may take for a formula, also behind marks that were put before it. */
const runs = /^'*[=+\-@\t\r＝＋－＠]/
/** A formula that only says a text: ="0001", =HYPERLINK("http://…","居住证办理"). */
const saysText = /^=(?:HYPERLINK\("(?:[^"]|"")*"\s*[,;]\s*)?"((?:[^"]|"")*)"\)?$/i

/** A cell that no spreadsheet runs: a mark goes before = + - @ and the tab. `unmarked` takes exactly this mark off again. */
export const marked = (text: string): string => (runs.test(text) ? `'${text}` : text)
/** What a person sees of a cell that was made to stay text. */
export function unmarked(text: string): string {
  if (text.startsWith("'") && runs.test(text)) return text.slice(1)
  if (!text.startsWith('=')) return text
  return saysText.exec(text)?.[1]?.replaceAll('""', '"') ?? text
}

/** A code as a person sees it: without the apostrophe that keeps it text, its full-width digits and letters as plain ones. */
const plainCode = /^[\w.-]*$/
export const codeText = (text: string): string =>
  plainCode.test(text)
    ? text
    : unmarked(text.trim())
        .replace(/^['‘’`]+/, '')
        .replace(/[０-９Ａ-Ｚａ-ｚ－．＿]/g, (sign) => sign.normalize('NFKC'))
        .trim()
