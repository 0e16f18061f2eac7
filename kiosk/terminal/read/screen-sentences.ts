/** Not read by itself: what is typed on, drawn, a picture, and what only the eye needs. A frame on one of their keys does read it. */
const SILENT = 'svg, script, style, .keyboard, .mong, [lang="mn-Mong"], [aria-hidden="true"], [data-silent]'
/** What shows a part of its text at a time. */
const WINDOWS = '.paged-sheet'

const isShown = (one: Element): boolean =>
  one.getClientRects().length > 0 && getComputedStyle(one).visibility !== 'hidden'
const isInline = (one: Element): boolean =>
  getComputedStyle(one).display.startsWith('inline') && one.tagName !== 'BUTTON'

/** The element whose words belong into one sentence with this text. */
function holderOf(node: Node): Element | null {
  let one = node.parentElement
  while (one?.parentElement && isInline(one)) one = one.parentElement
  return one
}

function isInWindow(node: Node): boolean {
  const frame = node.parentElement?.closest(WINDOWS)?.getBoundingClientRect()
  if (!frame) return true
  const range = document.createRange()
  range.selectNodeContents(node)
  const first = range.getClientRects()[0]
  return first !== undefined && first.left >= frame.left - 2 && first.left < frame.right
}

/** The words of an element in the order in which they are read, one string for each line of thought. */
export function sentencesOf(within: Element): string[] {
  const sentences: { holder: Element | null; words: string }[] = []
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    const words = node.textContent ?? ''
    if (!parent || words.trim() === '' || !isShown(parent) || !isInWindow(node)) continue
    const silent = parent.closest(SILENT)
    if (silent && within.contains(silent) && silent !== within) continue
    const holder = holderOf(node)
    const last = sentences.at(-1)
    if (last && last.holder === holder) last.words += words
    else sentences.push({ holder, words })
  }
  return sentences.map(({ words }) => words.replace(/\s+/gu, ' ').trim())
}

/** What stands on the terminal now: a question on top, else the screen. */
export function screenSentences(): string[] {
  const top = document.querySelector('.stage .veil') ?? document.querySelector('.stage .screen')
  return top ? sentencesOf(top) : []
}

/** What a frame stands on: the words of a button, or what a field asks for and what stands in it. */
export function controlSentences(control: Element): string[] {
  const own = control instanceof HTMLInputElement ? [control.ariaLabel ?? control.placeholder, control.value] : []
  const words = own.length > 0 ? own : [control.getAttribute('aria-label') ?? '', ...sentencesOf(control)]
  return words.filter((one) => one !== '')
}
