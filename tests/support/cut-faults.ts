import type { Page } from 'playwright-core'

/** Words that are cut, run out of what holds them, or stand on other words; none = []. */
export const cutFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>()
    const nameOf = (text: string, one: Element): string =>
      `${text.trim().slice(0, 16)} (${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''})`
    interface Line {
      node: Node
      text: string
      parent: Element
      box: DOMRect
      /** Where its signs begin and end; boxes of lines are taller. */
      head: number
      foot: number
    }
    const lines: Line[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      const text = node.textContent ?? ''
      if (
        !parent ||
        text.trim() === '' ||
        parent.closest('script, style, .unseen, .only-heard, [aria-hidden="true"], .paged-sheet, [inert]')
      )
        continue
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects())
        if (box.width > 1 && box.height > 1) {
          const [middle, half] = [(box.top + box.bottom) / 2, Number.parseFloat(getComputedStyle(parent).fontSize) / 2]
          lines.push({ node, text, parent, box, head: middle - half, foot: middle + half })
        }
    }
    for (const { text, parent, box } of lines) {
      if (getComputedStyle(parent).textOverflow === 'ellipsis' && parent.scrollWidth > parent.clientWidth + 1)
        found.add(`ends in dots: ${nameOf(text, parent)}`)
      if (parent.closest('svg')) continue
      for (let one: Element | null = parent; one && one !== document.body; one = one.parentElement) {
        const style = getComputedStyle(one)
        const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible'
        const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY)
        const holds = one.matches('button, .card, .stage, .dialog, .plate, .tag')
        if (scrolls) break
        if (!hides && !holds) continue
        const edge = one.getBoundingClientRect()
        // Signs reach a little beyond their line.
        const [across, down] = [2, box.height * 0.2]
        const isOut =
          box.left < edge.left - across ||
          box.right > edge.right + across ||
          box.top < edge.top - down ||
          box.bottom > edge.bottom + down
        if (isOut)
          found.add(
            `${hides ? 'cut' : 'outside'}: ${nameOf(text, parent)} of ${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`,
          )
      }
      const main = document.documentElement
      if (box.right > main.clientWidth + 2 || box.left < -2) found.add(`outside the page: ${nameOf(text, parent)}`)
    }
    lines.forEach((one, nth) => {
      for (const other of lines.slice(nth + 1)) {
        if (one.node === other.node || one.parent.closest('svg') || other.parent.closest('svg')) continue
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const down = Math.min(one.foot, other.foot) - Math.max(one.head, other.head)
        if (across > 3 && down > 6 && sameLayer(one.parent, other.parent))
          found.add(`on each other: ${nameOf(one.text, one.parent)} and ${nameOf(other.text, other.parent)}`)
      }
    })
    /** What a question covers is not read. */
    function sameLayer(one: Element, other: Element): boolean {
      return one.closest('.veil, dialog, .scan-note') === other.closest('.veil, dialog, .scan-note')
    }
    return [...found]
  })
