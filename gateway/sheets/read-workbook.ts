import { type NumberFormat, formatOf } from './number-format.ts'
import { unescaped, walkXml } from './walk-xml.ts'

type Parts = ReadonlyMap<string, Uint8Array[]>
export interface SheetPlace {
  name: string
  isHidden: boolean
  part: Uint8Array[]
}
/** What the sheets of a workbook have in common. */
export interface Workbook {
  sheets: SheetPlace[]
  strings: readonly string[]
  /** By the number of a cell's style. */
  formats: readonly NumberFormat[]
  /** Days are counted from 1904-01-01 (old Excel for Mac). */
  from1904: boolean
}

export function readWorkbook(parts: Parts): Workbook {
  const targets = new Map<string, string>()
  walkXml(parts.get('xl/_rels/workbook.xml.rels') ?? [], {
    open: (name, { Id = '', Target = '' }) => void (name === 'Relationship' && targets.set(Id, Target)),
    text: () => {},
    close: () => {},
  })
  const sheets: SheetPlace[] = []
  let from1904 = false
  walkXml(parts.get('xl/workbook.xml') ?? [], {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? ''
      const target = (targets.get(relation) ?? '').toLowerCase()
      const part = parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)
      // A sheet of charts has no cells.
      if (part) sheets.push({ name: attributes.name ?? '', isHidden: /hidden/i.test(attributes.state ?? ''), part })
    },
    text: () => {},
    close: () => {},
  })
  // A book whose list of sheets leads nowhere still has them.
  if (sheets.length === 0)
    for (const [name, part] of [...parts].sort(([one], [other]) => one.localeCompare(other)))
      if (name.startsWith('xl/worksheets/')) sheets.push({ name: `第 ${sheets.length + 1} 张`, isHidden: false, part })
  const named = [...targets.values()].map((target) => target.toLowerCase().replace(/^\/?(xl\/)?/, 'xl/'))
  const partNamed = (usual: string): Uint8Array[] =>
    parts.get(`xl/${usual}.xml`) ?? parts.get(named.find((name) => name.includes(usual.toLowerCase())) ?? '') ?? []
  return {
    sheets,
    strings: sharedStrings(partNamed('sharedstrings')),
    formats: cellFormats(partNamed('styles')),
    from1904,
  }
}

/** Pieces of rich text are one string; how it is read aloud (rPh) is not part of it. */
function sharedStrings(part: Uint8Array[]): string[] {
  const strings: string[] = []
  let text = ''
  let isText = false
  let isReading = false
  walkXml(part, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') isReading = true
      else if (name === 't') isText = !isReading
    },
    text: (more) => void (isText && (text += more)),
    close(name) {
      if (name === 'si') strings.push(unescaped(text))
      else if (name === 'rPh') isReading = false
      else if (name === 't') isText = false
    },
  })
  return strings
}

function cellFormats(part: Uint8Array[]): NumberFormat[] {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let isCells = false
  walkXml(part, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode)
      else if (name === 'cellXfs') isCells = true
      else if (name === 'xf' && isCells) formats.push(formatOf(Number(numFmtId), codes.get(Number(numFmtId))))
    },
    text: () => {},
    close: (name) => void (name === 'cellXfs' && (isCells = false)),
  })
  return formats
}
