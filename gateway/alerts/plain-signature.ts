/** A certificate chain fits in; a signature that is longer is there to be slow. */
const LONGEST = 32 * 1024
const TRANSFORMS: readonly string[] = [
  'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  'http://www.w3.org/2001/10/xml-exc-c14n#',
  'http://www.w3.org/2001/10/xml-exc-c14n#WithComments',
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
]
/** Names are short; a bound here keeps every search linear. */
const PREFIX = '(?:[\\w.-]{1,40}:)?'
const tags = (text: string, name: string): RegExpExecArray[] => [
  ...text.matchAll(new RegExp(`<${PREFIX}${name}(?=[\\s>/])`, 'g')),
]

/**
 * The one signature of a document as text, when it is of the plain kind that warning centres send (XML Signature 1.1, 4): one reference, at
 * most two transforms, of those that signatures need. null = none, several, or a kind that could cost minutes. Looks through the text
 * once for each tag; verifies nothing.
 */
export function plainSignature(xml: string): string | null {
  const starts = tags(xml, 'Signature')
  const ends = [...xml.matchAll(new RegExp(`</${PREFIX}Signature\\s{0,8}>`, 'g'))]
  const [start, end] = [starts[0]?.index, ends[0]]
  if (starts.length !== 1 || ends.length !== 1 || start === undefined || end === undefined) return null
  const signature = xml.slice(start, end.index + end[0].length)
  if (end.index < start || signature.length > LONGEST) return null
  const transforms = tags(signature, 'Transform').map(({ index }) =>
    signature.slice(index, signature.indexOf('>', index)),
  )
  const algorithms = transforms.map((tag) => /\sAlgorithm\s{0,8}=\s{0,8}["']([^"']{1,200})["']/.exec(tag)?.[1] ?? '')
  const isPlain =
    tags(signature, 'SignedInfo').length === 1 &&
    tags(signature, 'Reference').length === 1 &&
    tags(signature, 'Object').length === 0 &&
    algorithms.length <= 2 &&
    algorithms.every((one) => TRANSFORMS.includes(one))
  return isPlain ? signature : null
}
