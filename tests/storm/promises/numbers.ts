import type { PromiseOf } from '../storm.ts'

/** On no day two people hold the same number: by what the log gave, by what they were answered, and by what stands on their papers. */
export const numbers: PromiseOf = ({ witness }, broken) => {
  const holders = new Map<string, string>()
  const given = new Map<string, { day: string; number: string }>()
  let seenPapers = 0
  function readPapers(): void {
    for (; seenPapers < witness.papers.length; seenPapers += 1) {
      const paper = witness.papers[seenPapers]
      const known = paper && given.get(paper.token)
      if (!paper || !known) continue
      if (!paper.words.includes(known.number))
        broken('SM3', `the paper of ${known.number} says ${paper.words.join(' / ')}`)
    }
  }
  return {
    rule: 'SM3',
    onLife(life) {
      life.office.onFacts((events) => {
        for (const event of events) {
          if (event.type !== 'ticket-taken') continue
          const { day, number, token } = event
          const before = holders.get(`${day} ${number}`)
          if (before !== undefined && before !== token) broken('SM3', `${number} was given twice on ${day}`)
          holders.set(`${day} ${number}`, token)
          given.set(token, { day, number })
        }
      })
    },
    look: { eachMs: 1_000, take: readPapers },
    atEnd() {
      readPapers()
      for (const { answer, command } of witness.orders) {
        if (command.type !== 'take-ticket' || !answer?.ok) continue
        const { token, number } = answer.result as { token: string; number: string }
        const known = given.get(token)
        if (known && known.number !== number) broken('SM3', `${number} was answered, ${known.number} is in the log`)
      }
    },
  }
}
