import type { JSX } from 'preact'

/** A sentence with what matters in it set off: the parts in ‹›. */
export const Sentence = ({ text }: { text: string }): JSX.Element => (
  <>
    {text.split(/(‹[^›]*›)/).map((part, nth) => (part.startsWith('‹') ? <b key={nth}>{part.slice(1, -1)}</b> : part))}
  </>
)
