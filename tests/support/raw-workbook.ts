import { strToU8, zipSync } from 'fflate'

export interface RawSheet {
  name: string
  /** What stands inside <worksheet>: sheetData, mergeCells, cols. */
  xml: string
  hidden?: boolean
}

/** A workbook from its raw XML, to say what a maker of tables would not write: hidden rows, old dates, odd cells. */
export function rawWorkbook(
  sheets: readonly RawSheet[],
  over: { from1904?: boolean; styles?: string; strings?: string } = {},
): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const list = sheets.map(
    ({ name, hidden }, nth) =>
      `<sheet name="${name}" sheetId="${nth + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${nth + 1}"/>`,
  )
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${main} xmlns:r="x"><workbookPr${over.from1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, nth) => `<Relationship Id="rId${nth + 1}" Target="worksheets/sheet${nth + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}>${over.styles ?? ''}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${over.strings ?? ''}</sst>`,
  }
  for (const [nth, { xml }] of sheets.entries())
    files[`xl/worksheets/sheet${nth + 1}.xml`] = `<worksheet ${main}>${xml}</worksheet>`
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
/** <row>s of inline text; what begins with <c is left as it is. */
export const rowsXml = (
  rows: readonly (readonly string[])[],
  attributes: Readonly<Record<number, string>> = {},
): string =>
  rows
    .map((cells, nth) => {
      const inside = cells.map((text, column) =>
        text.startsWith('<c')
          ? text
          : text === ''
            ? ''
            : `<c r="${String.fromCharCode(65 + column)}${nth + 1}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
      )
      return `<row r="${nth + 1}" ${attributes[nth + 1] ?? ''}>${inside.join('')}</row>`
    })
    .join('')
