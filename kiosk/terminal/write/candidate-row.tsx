import type { JSX } from 'preact'
import { Icon } from '../../../display/shared/icons.tsx'
import type { Candidate } from './candidates-for.ts'
import { say } from './words.ts'

interface Props {
  candidates: readonly Candidate[]
  /** Which batch is shown. */
  batch: number
  each: number
  onPick: (character: string) => void
  onTurn: () => void
}

/** What it may be, likeliest first; a touch writes it. Its place stays when there is nothing yet. */
export function CandidateRow({ candidates, batch, each, onPick, onTurn }: Props): JSX.Element {
  const shown = candidates.slice(batch * each, (batch + 1) * each)
  return (
    <section class="candidates" aria-label={say('candidates')}>
      {shown.map(({ character, word }, nth) => (
        <button
          type="button"
          key={character}
          class={`candidate ${nth === 0 && batch === 0 ? 'first' : ''}`}
          onClick={() => onPick(character)}
        >
          {character}
          {word !== null && <small>{word}</small>}
        </button>
      ))}
      {shown.length === 0 && <p class="hint">{say('candidatesHint')}</p>}
      {candidates.length > each && (
        <button type="button" class="candidate turn" aria-label={say('otherBatch')} onClick={onTurn}>
          <Icon name="again" size={40} />
          <span>{say('otherBatch')}</span>
        </button>
      )}
    </section>
  )
}
