const entities = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }))
const unescape = (text: string): string =>
  text.replace(/&(#\d+|#x[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities.get(name.toLowerCase()) ?? whole
    const point = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })

/** Only what begins like a tag: “<5 人且>2 人” is text. */
const tag = /<[a-z/!][^>]{0,500}>/gi
/** Tags that begin a new line where a browser shows them. */
const breaking = /<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^>]{0,100}>/gi
/** Invisible marks stand inside words; a space there would split the word. */
const invisible = /[\p{Cf}\p{Cs}]|(?!\s)\p{Cc}/gu
/** Most text is plain: looking once is cheaper than five replacements. */
const plain = /^[\p{L}\p{N}\p{P}$+=^|~]*$/u
const isPlain = (text: string): boolean => !text.includes('&') && !text.includes('<') && plain.test(text)

/** Text as people should read it: entities (also escaped twice) undone, tags, control characters and double spaces gone. */
export function clean(text: string): string {
  if (isPlain(text)) return text
  return unescape(unescape(text)).replace(tag, '').replace(invisible, '').replace(/\s+/g, ' ').trim()
}

/** Like `clean`, for several lines: line breaks stay, also those that were written as <br> or </p>; empty lines go. */
export function cleanLines(text: string): string {
  if (isPlain(text)) return text
  return unescape(unescape(text))
    .replace(breaking, '\n')
    .replace(tag, '')
    .replace(invisible, '')
    .split(/[\n\r\u2028\u2029\v\f]+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
