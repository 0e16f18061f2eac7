import type { JSX } from 'preact'
import type { Sign } from '../../../gateway/contract/queue-light.ts'
import { SignDrawing } from '../sign-drawing.tsx'
import { say } from './words.ts'

/** A sign of the board, with its word for those who hear the page. */
export const SignShape = ({ sign, size }: { sign: Sign; size: number }): JSX.Element => (
  <span class="sign-shape">
    <SignDrawing sign={sign} size={size} />
    <span class="sign-word">{say(`signs.${sign}`)}</span>
  </span>
)
