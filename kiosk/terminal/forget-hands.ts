/** What a visitor leaves on the page beside what they told it: a selection, the frame of the keypad, how far something was moved. */
export function forgetHands(): void {
  getSelection()?.removeAllRanges()
  const held = document.activeElement as HTMLElement | null
  held?.blur()
  delete document.documentElement.dataset.keypad
  scrollTo(0, 0)
}
