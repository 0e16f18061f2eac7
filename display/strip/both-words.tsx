import type { JSX } from 'preact'
import type { StripView } from '../../gateway/contract/display-views.ts'
import { say, sayBeside } from './words.ts'

interface WordProps {
  view: Pick<StripView, 'scripts'>
  word: Parameters<typeof say>[0]
  values?: Parameters<typeof say>[1]
}

/** A word of the strip, with the English smaller below it where the hall's displays are written in both. */
export const BothWords = ({ view, word, values }: WordProps): JSX.Element =>
  view.scripts.order.includes('en') ? (
    <span class="two-words">
      <span>{say(word, values)}</span>
      <small lang="en">{sayBeside(word, values)}</small>
    </span>
  ) : (
    <span>{say(word, values)}</span>
  )
