import type { JSX } from 'preact'
import type { WhatIfAnswer, WhatIfQuestion } from '../../../gateway/contract/what-if.ts'
import { changeWords, minutes, words } from './words.ts'

export interface Answered {
  question: WhatIfQuestion
  answer: WhatIfAnswer
}

/** One sentence to say aloud, then both sides number by number. */
export function Answer({ answered: { question, answer }, name }: { answered: Answered; name: string }): JSX.Element {
  const { before, after, counters, waiting, expected } = answer
  const rows: [label: string, write: (side: WhatIfAnswer['before']) => string][] = [
    [words.open, ({ open }) => words.counters(open)],
    [words.half, ({ p50 }) => minutes(p50)],
    [words.nine, ({ p90 }) => minutes(p90)],
    [words.longest, ({ longest }) => minutes(longest)],
    [words.called, ({ called }) => words.people(called)],
    [words.left, ({ left }) => words.people(left)],
  ]
  const change = changeWords(Math.sign(question.counters) * Math.max(1, counters.length))
  return (
    <>
      <p class="what-if-sentence serif">
        {before.p90 === null && after.p90 === null
          ? words.nobody
          : words.sentence(name, answer.from === null ? words.now : ` ${answer.from} `, change, before.p90, after.p90)}
      </p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.asIs}</th>
            <th scope="col">{words.changed}</th>
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
        {words.basis(waiting, expected)}
        {words.which(counters, question.counters > 0)}
      </p>
    </>
  )
}
