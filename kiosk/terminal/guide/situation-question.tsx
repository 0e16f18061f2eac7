import type { JSX } from 'preact'
import type { Situations } from '../../../gateway/contract/situations.ts'
import { say } from '../words.ts'

/** One question at a time: what must be brought follows from the answers. */
export function SituationQuestion({
  question,
  onAnswer,
}: {
  question: Situations['questions'][number]
  onAnswer: (answerId: string) => void
}): JSX.Element {
  return (
    <section class="card situation">
      <h2 class="serif">{question.text}</h2>
      <p class="hint">{say('situationHint')}</p>
      <div class="answers">
        {question.answers.map(({ id, text }) => (
          <button type="button" class="outlined" key={id} onClick={() => onAnswer(id)}>
            {text}
          </button>
        ))}
      </div>
    </section>
  )
}
