import { markupParser } from './markup-parser.ts'

const elements = new Set(
  `a abbr acronym address article aside b base basefont big blockquote body br button caption center cite code col colgroup dd del details
  dfn dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img
  input ins kbd label legend li link main map mark meta nav nobr noscript object ol optgroup option p param picture pre q s samp script
  section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead title tr tt u ul
  var video wbr xml`.split(/\s+/),
)
/** What a browser does not show. */
const unseen = new Set(['script', 'style', 'head', 'title', 'xml', 'template', 'noscript', 'iframe', 'object', 'svg'])
/** What a browser begins on a new line. */
const blocks = new Set(
  `address article aside blockquote br caption center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol
  option p pre section summary table tbody tfoot thead tr ul`.split(/\s+/),
)
const MOST_ROUNDS = 4

/** A “<” that begins no element that HTML knows is a sign of the text: A<B, 年龄<18岁, <<食品安全法>>. */
const opening =
  /<(?:(!--|!doctype|!\[|\?xml)|\/?([a-z][a-z0-9]*(?::[a-z]\w*)?)(\s*\/?>|\s+[a-z_:][\w:.-]{0,60}\s*=|\s+(?:nowrap|hidden|noshade|border)\b))?/gi
/** A “&” that begins no entity is one too: R&D, ?a=1&copy=2. */
const ampersand = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});|nbsp)/gi

function signsEscaped(text: string): string {
  const small = text.toLowerCase()
  const isElement = (name: string, end: string): boolean => {
    if (/^(o|v|w|m|x|st1):/.test(name)) return true
    if (!elements.has(name)) return false
    // <b> alone may be “smaller than b”; as an element it is closed.
    return name.length > 1 || name === 'p' || end.includes('=') || small.includes(`</${name}`)
  }
  return text
    .replace(ampersand, '&amp;')
    .replace(opening, (whole, bang: string | undefined, name: string | undefined, end: string | undefined) =>
      bang !== undefined || (name !== undefined && isElement(name.toLowerCase(), end ?? ''))
        ? whole
        : `&lt;${whole.slice(1)}`,
    )
}

/** What a browser would show: a line for each block, a tab between the cells of a table. */
function shown(html: string): string {
  let text = ''
  let hidden = 0
  const Parser = markupParser()
  const parser = new Parser(
    {
      onopentagname(name) {
        if (unseen.has(name)) hidden += 1
        else if (blocks.has(name)) text += '\n'
      },
      ontext: (more) => void (hidden === 0 && (text += more)),
      onclosetag(name) {
        if (unseen.has(name)) hidden -= 1
        else if (name === 'td' || name === 'th') text += '\t'
        else if (blocks.has(name)) text += '\n'
      },
    },
    { decodeEntities: true },
  )
  parser.end(signsEscaped(html))
  return text
}

/** Entities and elements that were escaped once more on their way come off too. */
function plainText(text: string): string {
  let now = text
  for (let round = 0; round < MOST_ROUNDS && (now.includes('<') || now.includes('&')); round += 1) {
    const next = shown(now)
    if (next === now) break
    now = next
  }
  return now
}

/** Invisible marks stand inside words; a space there would split the word. */
const invisible = /[\p{Cf}\p{Cs}]|(?!\s)\p{Cc}/gu
/** Most text is plain: looking once is cheaper than all that follows. */
const plain = /^[\p{L}\p{N}\p{P}$+=^|~]*$/u
const isPlain = (text: string): boolean => !text.includes('&') && !text.includes('<') && plain.test(text)
const tidy = (text: string): string => text.replace(invisible, '').replace(/\s+/g, ' ').trim()

/** Text as people should read it, on one line: entities undone, markup, control characters and double spaces gone. */
export const clean = (text: string): string => (isPlain(text) ? text : tidy(plainText(text)))

/** Like `clean`, for several lines: lines, list items and rows of a table stay lines; empty ones go. */
export const cleanLines = (text: string): string =>
  isPlain(text)
    ? text
    : cleanRows(text)
        .map((cells) => cells.join(' '))
        .join('\n')

/** The same, with the cells of a table apart. */
export function cleanRows(text: string): string[][] {
  return plainText(text)
    .split(/[\n\r\u2028\u2029\v\f]+/)
    .map((line) =>
      line
        .split('\t')
        .map(tidy)
        .filter((cell) => cell !== ''),
    )
    .filter((cells) => cells.length > 0)
}
