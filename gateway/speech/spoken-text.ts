/** Signs that a sentence is made of: letters of any script, figures, marks, and what punctuates; no control and no private use. */
const SPOKEN = /^[\p{L}\p{M}\p{N}\p{P}\p{Sm}\p{Sc}\p{So}\p{Zs}\n]+$/u
/** Without one of these there is nothing to say. */
const SAYS = /[\p{L}\p{N}]/u

/** A text as a voice may get it: one line, in one form; null = it is no sentence, or it was written to be something else. */
export function spokenText(text: string): string | null {
  const plain = text.normalize('NFC')
  if (!SPOKEN.test(plain) || !SAYS.test(plain)) return null
  return plain.replace(/\s+/gu, ' ').trim()
}
