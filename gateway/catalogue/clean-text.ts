const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const unescape = (text: string): string =>
  text.replace(/&(#\d+|#x[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
    const point = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })

/** Text as people should read it: entities (also escaped twice) undone, tags, control characters and double spaces gone. */
export function clean(text: string): string {
  return (
    unescape(unescape(text))
      // Only what begins like a tag: “<5 人且>2 人” is text.
      .replace(/<[a-z/!][^>]{0,500}>/gi, '')
      // Invisible marks stand inside words; a space there would split the word.
      .replace(/[\p{Cf}\p{Cs}]|(?!\s)\p{Cc}/gu, '')
      .replace(/\s+/g, ' ')
      .trim()
  )
}
