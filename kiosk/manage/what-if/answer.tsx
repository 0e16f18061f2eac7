import type { JSX } from 'preact'
import type { WhatIfAnswer, WhatIfQuestion } from '../../../gateway/contract/what-if.ts'
import { changeWords, minutes, say, sentenceWords, whichWords } from './words.ts'

export interface Answered {
  question: WhatIfQuestion
  answer: WhatIfAnswer
}

/** One sentence to say aloud, then both sides number by number. */
export function Answer({ answered: { question, answer }, name }: { answered: Answered; name: string }): JSX.Element {
  const { before, after, counters, waiting, expected } = answer
  const rows: [label: string, write: (side: WhatIfAnswer['before']) => string][] = [
    [say('open'), ({ open }) => say('counters', { many: open })],
    [say('half'), ({ p50 }) => minutes(p50)],
    [say('nine'), ({ p90 }) => minutes(p90)],
    [say('longest'), ({ longest }) => minutes(longest)],
    [say('called'), ({ called }) => say('people', { many: called })],
    [say('left'), ({ left }) => say('people', { many: left })],
  ]
  const change = changeWords(Math.sign(question.counters) * Math.max(1, counters.length))
  return (
    <>
      <p class="what-if-sentence serif">
        {before.p90 === null && after.p90 === null
          ? say('nobody')
          : sentenceWords(name, answer.from === null ? say('now') : ` ${answer.from} `, change, before.p90, after.p90)}
      </p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{say('asIs')}</th>
            <th scope="col">{say('changed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, write]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{write(before)}</td>
              <td>{write(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="what-if-basis">
        {say('basis', { waiting, expected })}
        {whichWords(counters, question.counters > 0)}
      </p>
    </>
  )
}
