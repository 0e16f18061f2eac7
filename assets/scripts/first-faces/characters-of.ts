/**
 * The characters that a TrueType font has glyphs for, read from its `cmap` (OpenType 1.9, formats 4 and 12): a subset silently leaves out
 * what its font does not have, and whoever makes one must know.
 */
export function charactersOf(font: Buffer): Set<number> {
  const tables = font.readUInt16BE(4)
  for (let nth = 0; nth < tables; nth += 1) {
    const entry = 12 + 16 * nth
    if (font.toString('latin1', entry, entry + 4) === 'cmap') return ofCmap(font.subarray(font.readUInt32BE(entry + 8)))
  }
  throw new Error('a font without cmap')
}

function ofCmap(cmap: Buffer): Set<number> {
  const found = new Set<number>()
  for (let nth = 0; nth < cmap.readUInt16BE(2); nth += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * nth + 4))
    const format = table.readUInt16BE(0)
    if (format === 12) ofGroups(table, found)
    else if (format === 4) ofSegments(table, found)
  }
  return found
}

function ofGroups(table: Buffer, found: Set<number>): void {
  for (let nth = 0; nth < table.readUInt32BE(12); nth += 1) {
    const group = 16 + 12 * nth
    for (let code = table.readUInt32BE(group); code <= table.readUInt32BE(group + 4); code += 1) found.add(code)
  }
}

function ofSegments(table: Buffer, found: Set<number>): void {
  const twice = table.readUInt16BE(6)
  for (let at = 0; at < twice; at += 2) {
    const last = table.readUInt16BE(14 + at)
    const first = table.readUInt16BE(16 + twice + at)
    // The last segment only closes the table.
    for (let code = first; code <= last && code !== 0xffff; code += 1) found.add(code)
  }
}
