import type { Page } from 'playwright-core'
import { type FirstFace, firstFaces } from './face-files.ts'

export type Shown = Map<FirstFace, Set<string>>

interface Run {
  text: string
  family: string
  weight: number
}
interface Watched {
  runsOf(root: Node): Run[]
  runs: Run[]
}

/** Before a page is opened: notes all that is ever written on it, also what stands there for a moment until the first facts are there. */
export const watchCharacters = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const runsOf = (root: Node): Run[] => {
      const found: Run[] = []
      const note = (text: string, { fontFamily: family, fontWeight }: CSSStyleDeclaration): void => {
        if (text.trim() !== '') found.push({ text, family, weight: Number(fontWeight) })
      }
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL)
      for (let node: Node | null = root; node; node = walker.nextNode()) {
        if (node instanceof Text && node.parentElement && !node.parentElement.closest('script, style, head'))
          note(node.data, getComputedStyle(node.parentElement))
        if (!(node instanceof Element)) continue
        if (node instanceof HTMLInputElement) note(`${node.placeholder}${node.value}`, getComputedStyle(node))
        for (const part of ['::before', '::after']) {
          const style = getComputedStyle(node, part)
          const content = /^"(.*)"$/.exec(style.content)?.[1]
          if (content !== undefined) note(content, style)
        }
      }
      return found
    }
    const watched: Watched = { runsOf, runs: [] }
    Object.assign(window, { watched })
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes)
        for (const node of [target, ...addedNodes]) if (node.isConnected) watched.runs.push(...runsOf(node))
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })

/** In which face each character that was seen so far is written, as its styles say; what stands in no face of the house is left out. */
export async function shownCharacters(page: Page): Promise<Shown> {
  const runs = await page.evaluate(() => {
    const { watched } = window as unknown as { watched: Watched }
    return [...watched.runs.splice(0), ...watched.runsOf(document.body)]
  })
  const shown: Shown = new Map()
  for (const { text, family, weight } of runs)
    for (const character of text) {
      const face = faceOf(character, family, weight)
      if (face === null) continue
      const own = shown.get(face) ?? new Set<string>()
      shown.set(face, own.add(character))
    }
  return shown
}

/** As a browser chooses: the first family that has the character, in the nearest weight, a heavier one first where more than 500 is wished. */
function faceOf(character: string, family: string, weight: number): FirstFace | null {
  const isFigure = /^["']?Tingshi Figures/.test(family) && /[\x20-\x7e–]/.test(character)
  const name = isFigure ? 'num' : family.includes('Tingshi Serif') ? 'serif' : 'sans'
  if (!family.includes('Tingshi') || /[\u1800-\u18af\u202f]/.test(character)) return null
  const own = firstFaces.filter((face) => face.startsWith(name))
  const weights = own.map((face) => Number(face.slice(-3)))
  const heavier = weights.filter((one) => one >= weight)
  const nearest = weight > 500 || heavier.length > 0 ? (heavier[0] ?? weights.at(-1)) : weights.at(-1)
  return own.find((face) => face.endsWith(String(nearest))) ?? null
}

/** What changes with the hour and the hall's day: where one of these stands, another will stand tomorrow. */
const together = [
  '0123456789',
  ':–-/.%',
  'ABCDEFGHJKLMNPQRSTUVWXYZ',
  '一二三四五六日',
  '年月日',
  '约分钟小时',
  '窗口还没开午休',
  '上下午',
]
export function withTheirKind(characters: ReadonlySet<string>, isFigures: boolean): string {
  const all = new Set(characters).add(' ')
  const kinds = together.filter((kind, nth) => (isFigures && nth < 3) || [...kind].some((one) => characters.has(one)))
  for (const one of kinds.join('')) all.add(one)
  return [...all]
    .filter((one) => one >= ' ')
    .sort()
    .join('')
}
