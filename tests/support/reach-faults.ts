import type { Page } from 'playwright-core'

/** What a hand on a keyboard or a keypad must come to. A group of radio buttons is one stop, and so is a list that arrows walk through. */
const STOPS = 'button, a[href], input, select, textarea, summary, [tabindex]'
const MOST_STOPS = 400

interface Stop {
  name: string
  /** The card, form or bar that it is in; going from one to the next may be to the top of the next column. */
  card: string
  box: { left: number; top: number; right: number; bottom: number }
}

/** Walks through the page by Tab alone: what it does not come to, and, in `ordered`, where it goes back up within one card; none = []. */
export async function keyboardFaults(page: Page, ordered: boolean): Promise<string[]> {
  const count = await page.evaluate((selector) => {
    const isRoving = (one: HTMLElement): boolean => one.tabIndex < 0
    const isOtherRadio = (one: Element): boolean =>
      one instanceof HTMLInputElement &&
      one.type === 'radio' &&
      one.name !== '' &&
      !one.checked &&
      document.querySelector(`input[type=radio][name="${CSS.escape(one.name)}"]`) !== one
    const modal = document.querySelector('dialog[open]') ?? document
    const wanted = [...modal.querySelectorAll<HTMLElement>(selector)].filter(
      (one) =>
        one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        !one.matches(':disabled, [inert] *, iframe *') &&
        !isRoving(one) &&
        !isOtherRadio(one),
    )
    const reached: HTMLElement[] = []
    Object.assign(window, { stops: { wanted, reached } })
    const hear = (event: Event): void => {
      if (event.target instanceof HTMLElement && !reached.includes(event.target)) reached.push(event.target)
    }
    document.addEventListener('focusin', hear)
    ;(document.activeElement as HTMLElement | null)?.blur()
    getSelection()?.removeAllRanges()
    return wanted.length
  }, STOPS)
  for (let nth = 0; nth < Math.min(count + 2, MOST_STOPS); nth += 1) await page.keyboard.press('Tab')
  const { missed, order } = await page.evaluate(() => {
    const { wanted, reached } = (window as unknown as { stops: { wanted: HTMLElement[]; reached: HTMLElement[] } })
      .stops
    const nameOf = (one: HTMLElement): string =>
      `${one.tagName.toLowerCase()}.${one.className} ${(one.ariaLabel ?? one.textContent ?? '').slice(0, 14)}`
    const stopOf = (one: HTMLElement): Stop => {
      const { left, top, right, bottom } = one.getBoundingClientRect()
      const cards = [...document.querySelectorAll('.card, section, form, header, nav, main, aside, dialog')]
      const card = cards.findLast((other) => other.contains(one))
      return { name: nameOf(one), card: `${cards.indexOf(card ?? document.body)}`, box: { left, top, right, bottom } }
    }
    // The browser begins where the focus was last, and goes round.
    const begun = wanted.find((other) => reached.includes(other))
    const first = begun === undefined ? 0 : reached.indexOf(begun)
    reached.push(...reached.splice(0, first))
    return {
      missed: wanted.filter((one) => one.isConnected && !reached.includes(one)).map(nameOf),
      order: reached.filter((one) => one.isConnected && wanted.includes(one)).map(stopOf),
    }
  })
  return [
    ...missed.map((name) => `no key comes to ${name}`),
    ...order.slice(1).flatMap((after, nth) => {
      const before = order[nth]
      return ordered && before && before.card === after.card && goesBack(before.box, after.box)
        ? [`from ${before.name} back up to ${after.name}`]
        : []
    }),
  ]
}

/** Above, and not in a column further right: nobody reads so. */
const goesBack = (one: Stop['box'], next: Stop['box']): boolean =>
  next.bottom <= one.top + 1 && next.left < one.right - 1

interface Motion {
  name: string
  /** Longest of its moves, seconds. */
  longest: number
  /** How often it begins again. */
  times: number
}

/** What moves on this page, or would at a touch, as its style sheets have it now. */
const motions = (page: Page): Promise<Motion[]> =>
  page.evaluate(() => {
    const seconds = (text: string): number =>
      Math.max(...text.split(',').map((one) => Number.parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1)))
    const styles = (one: Element): CSSStyleDeclaration[] => [
      getComputedStyle(one),
      getComputedStyle(one, '::before'),
      getComputedStyle(one, '::after'),
    ]
    return [...document.querySelectorAll('body *')].flatMap((one) =>
      styles(one).flatMap((style) => {
        const moves = style.animationName === 'none' ? 0 : seconds(style.animationDuration)
        const longest = Math.max(moves, seconds(style.transitionDuration))
        const times =
          style.animationIterationCount === 'infinite' ? Number.MAX_VALUE : Number(style.animationIterationCount)
        return longest > 0
          ? [{ name: `${one.tagName}.${one.getAttribute('class')}`, longest, times: moves > 0 ? times : 1 }]
          : []
      }),
    )
  })
const once = (words: string[]): string[] => [...new Set(words)]

/** Moves that go on where motion is not wanted: anything but a short fade. */
export const motionFaults = async (page: Page): Promise<string[]> =>
  once(
    (await motions(page))
      .filter(({ longest, times }) => longest > 0.1 || times > 1)
      .map(({ name, longest }) => `${name} moves for ${longest} s`),
  )

/** What could flash more than three times a second. */
export const flashFaults = async (page: Page): Promise<string[]> =>
  once(
    (await motions(page))
      .filter(({ longest, times }) => times > 1 && longest < 1 / 3)
      .map(({ name }) => `${name} flashes`),
  )
