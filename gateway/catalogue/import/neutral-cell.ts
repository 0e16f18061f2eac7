/** What a spreadsheet may take for a formula, also behind marks that were put before it. */
const runs = /^'*[=+\-@\t\r＝＋－＠]/

/** A cell that no spreadsheet runs: a mark goes before = + - @ and the tab. `unmarked` takes exactly this mark off again. */
export const marked = (text: string): string => (runs.test(text) ? `'${text}` : text)
export const unmarked = (text: string): string => (text.startsWith("'") && runs.test(text) ? text.slice(1) : text)
