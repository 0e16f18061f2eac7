import { markupParser } from './markup-parser.ts'

export interface XmlWalk {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text(text: string): void
  close(name: string): void
}
const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Walks through a part of a workbook, element by element, without building a tree. Names come without their prefix (`x:row` is `row`). */
export function walkXml(chunks: readonly Uint8Array[], walk: XmlWalk): void {
  const [first] = chunks
  const isWide =
    first !== undefined && ((first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0xfe && first[1] === 0xff))
  const decoder = new TextDecoder(isWide ? (first[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8')
  const Parser = markupParser()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => walk.open(withoutPrefix(name), attributes),
      ontext: (text) => walk.text(text),
      onclosetag: (name) => walk.close(withoutPrefix(name)),
    },
    { xmlMode: true, decodeEntities: true },
  )
  for (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }))
  parser.end(decoder.decode())
}

/** Excel writes control characters as _x000D_. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
