import { createRequire } from 'node:module'
import type { Parser as MarkupParser } from 'htmlparser2'

const require = createRequire(import.meta.url)

/**
 * The parser of HTML and XML, loaded with the first text that holds markup. Required and not imported, so that who reads need not wait: a hall
 * whose matters are plain text never needs it.
 */
export const markupParser = (): typeof MarkupParser => require('htmlparser2').Parser
