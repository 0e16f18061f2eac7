/** A mobile number as people write it, in digits alone: without +86, 0086, spaces, hyphens and brackets. */
export const mobileDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\-–—().·]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
