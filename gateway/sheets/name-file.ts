const saveAs = '请用 Excel 或 WPS 打开，点“文件→另存为”，类型选“Excel 工作簿（*.xlsx）”，再导入。'
const images = '这是图片，读不出里面的表。请向给您文件的人要 Excel 表格（.xlsx），再导入。'
const unpack = '这是压缩包。请先解压，再选里面的表格文件。'

/** First bytes (as latin1) → what the file is and what to click. */
const starts: readonly (readonly [readonly string[], string])[] = [
  [['%PDF'], '这是 PDF 文件，读不出里面的表。请向给您文件的人要 Excel 表格（.xlsx），再导入。'],
  [['\x89PNG', 'GIF8', '\xff\xd8\xff', 'RIFF', 'II*\0', 'MM\0*'], images],
  [['Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh'], unpack],
  [['{\\rtf'], '这是 Word 能打开的文档（RTF），不是表格。请把里面的表复制到 Excel 里，存成 .xlsx 再导入。'],
  [['MIME-Version:', 'Mime-Version:'], `这是“单个文件网页”（.mht），不是真正的 Excel 文件。${saveAs}`],
  [['ID;P'], `这是老式的 SYLK 表格。${saveAs}`],
  // The first record of Excel 2, 3, 4 and 5 without its outer file.
  [['\t\0\x04\0', '\t\x02\x06\0', '\t\x04\x06\0', '\t\x08\x08\0', '\t\x08\x10\0'], `这是旧的 .xls 文件。${saveAs}`],
  [['MZ\x90', 'SQLite format 3'], '这不是表格文件。请选 Excel 表格（.xlsx）或 CSV。'],
]

/** Names of streams inside an old Office file. */
const streams: readonly (readonly [string, string])[] = [
  [
    'EncryptedPackage',
    '这个 Excel 文件加了打开密码。请用密码打开，点“文件→信息→保护工作簿→用密码进行加密”，把密码清空，保存后再导入。',
  ],
  ['WordDocument', '这是 Word 文档，不是表格。请把里面的表复制到 Excel 里，存成 .xlsx 再导入。'],
  ['PowerPoint Document', '这是演示文稿，不是表格。请选 Excel 表格（.xlsx）或 CSV。'],
]

/** What a file that holds no table we read is, and the click that helps; null = it may be a table. `text` = its beginning, decoded. */
export function nameFile(bytes: Uint8Array, text: string): string | null {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const found = streams.find(([name]) => all.includes(Buffer.from(name, 'utf16le')))
    return found?.[1] ?? `这是旧的 .xls 文件（或 WPS 的 .et）。${saveAs}`
  }
  const known = starts.find(([prefixes]) => prefixes.some((prefix) => head.startsWith(prefix)))
  if (known) return known[1]
  return (
    markupName(text.trimStart()) ??
    (text.includes('\0') ? '认不出这个文件，它不是表格，或没有下载完。请重新下载。' : null)
  )
}

function markupName(text: string): string | null {
  if (!/^<[a-z!?]/i.test(text)) return null
  if (/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/i.test(text))
    return `这是 Excel 2003 的 XML 表格，不是 .xlsx。${saveAs}`
  if (/<table[\s>]|urn:schemas-microsoft-com:office:excel/i.test(text))
    return `这是网页格式的表格（有的系统把它存成 .xls），不是真正的 Excel 文件。${saveAs}`
  if (/^<\?xml/i.test(text) && !/<html[\s>]/i.test(text))
    return '这是 XML 文件，不是表格。请导出 Excel 表格（.xlsx）或 CSV。'
  return '这是一个网页，不是表格。多半是下载时出错了，请重新登录、重新下载。'
}

/** What a zip archive is by the files in it; null = an .xlsx workbook. */
export function nameArchive(names: readonly string[]): string | null {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if (has(/^xl\/workbook\.bin$/i)) return `这是 Excel 的二进制工作簿（.xlsb）。${saveAs}`
  if (has(/^xl\//i)) return null
  if (has(/^word\//i)) return '这是 Word 文档（.docx），不是表格。请把里面的表复制到 Excel 里，存成 .xlsx 再导入。'
  if (has(/^ppt\//i)) return '这是演示文稿（.pptx），不是表格。请选 Excel 表格（.xlsx）或 CSV。'
  if (has(/^content\.xml$/i)) return `这是 OpenDocument 表格（.ods），不是 Excel 文件。${saveAs}`
  if (has(/\.iwa$/i)) return '这是苹果的 Numbers 表格。请在 Numbers 里点“文件→导出为→Excel”，再导入。'
  if (has(/\.(xlsx?|csv|et|json)$/i)) return unpack
  return '这是压缩包，里面没有 Excel 工作簿。请先解压，再选里面的表格文件（.xlsx 或 CSV）。'
}
