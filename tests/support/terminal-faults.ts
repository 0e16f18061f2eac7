import type { Page } from 'playwright-core'

interface Limits {
  /** The smallest text, in pixels of the panel. */
  text: number
  /** The highest row for a control. */
  line: number
}

/** What stands on a terminal's page too small, too high, outside, covered or cut, in words; none = []. */
export const terminalFaults = (page: Page, limits: Limits): Promise<string[]> =>
  page.evaluate(({ text, line }) => {
    const found = new Set<string>()
    const isSeen = (one: Element): boolean => one.getClientRects().length > 0
    const nameOf = (one: Element): string => (one.textContent ?? '').slice(0, 12)
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || node.textContent?.trim() === '' || parent.closest('svg, script, style') || !isSeen(parent))
        continue
      const size = Number.parseFloat(getComputedStyle(parent).fontSize)
      if (size < text) found.add(`text ${node.textContent?.slice(0, 12)} ${size}`)
    }
    const dock = document.querySelector('.dock')?.getBoundingClientRect().top ?? innerHeight
    for (const button of [...document.querySelectorAll('button')].filter(isSeen)) {
      const box = button.getBoundingClientRect()
      const least = button.classList.contains('key') ? 84 : 96
      if (box.height < least || box.width < least - 12) found.add(`small ${nameOf(button)}`)
      if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1)
        found.add(`outside ${nameOf(button)}`)
      if (box.top < line - 1) found.add(`too high ${nameOf(button)} ${Math.round(box.top)}`)
      if (!button.closest('.dock, .veil') && box.bottom > dock + 1) found.add(`under the dock ${nameOf(button)}`)
      if (button.scrollWidth > button.clientWidth + 2) found.add(`wider than its button ${nameOf(button)}`)
      if (button.scrollHeight > button.clientHeight + 3) found.add(`taller than its button ${nameOf(button)}`)
    }
    for (const card of [...document.querySelectorAll('.screen .card')].filter(isSeen))
      if (card.getBoundingClientRect().bottom > dock + 1) found.add(`under the dock: ${card.className}`)
    for (const part of document.querySelectorAll('.screen > .above, .screen > .below')) {
      if (getComputedStyle(part).display === 'grid') continue
      const all = [...part.children].filter((child) => getComputedStyle(child).position !== 'absolute' && isSeen(child))
      all.slice(1).forEach((child, nth) => {
        const [before, after] = [all[nth]?.getBoundingClientRect(), child.getBoundingClientRect()]
        if (before && before.bottom - after.top > 12 && after.left < before.right - 1 && before.left < after.right - 1)
          found.add(`over each other: ${all[nth]?.className} and ${child.className}`)
      })
    }
    const above = document.querySelector('.screen > .above')?.getBoundingClientRect()
    const below = document.querySelector('.screen > :is(.below, .keyboard)')?.getBoundingClientRect()
    if (above && below && above.bottom > below.top + 2 && above.right > below.left + 2)
      found.add('above reaches into below')
    return [...found]
  }, limits)
