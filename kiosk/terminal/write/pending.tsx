import type { JSX } from 'preact'
import { say } from './words.ts'

/** Behind the words: the character that is being written, and which one it is. */
export const Pending = ({ character, nth, elder }: { character: string; nth: number; elder: boolean }): JSX.Element => (
  <>
    {character !== '' && <span class="pending">{character}</span>}
    <span class="writing-nth">{elder ? say('noHurry') : say('writingNth', { nth })}</span>
  </>
)
