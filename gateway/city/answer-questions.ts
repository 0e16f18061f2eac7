import { type CityQuestion, type Quickest, cityQuestion } from '../contract/city.ts'
import type { StreamLine } from '../stream/connect-stream.ts'
import type { HallAnswer } from './city-routes.ts'

export interface QuestionDeps {
  quickest(query: string, from: string | null): Quickest
  order(hallId: string, body: { commandId: string; command: object }): Promise<HallAnswer>
  isHall(hallId: string): boolean
}
const lastWord = (subject: string): string => subject.slice(subject.lastIndexOf('.') + 1)

/** Halls ask for their visitors: which other hall is quickest, and an order there. The other hall decides; the city only carries it. */
export function answerQuestions(
  { line }: Pick<StreamLine, 'line'>,
  subjectOf: (hall: string) => string,
  { quickest, order, isHall }: QuestionDeps,
  onBroken: (error: unknown) => void,
): void {
  async function answer(question: CityQuestion, from: string): Promise<object | null> {
    switch (question.kind) {
      case 'quickest': {
        const found = quickest(question.matter, from)
        return { ...found, items: found.items.filter(({ id }) => id !== from) }
      }
      case 'order':
        return isHall(question.hall) && question.hall !== from
          ? order(question.hall, { commandId: `${from} ${question.commandId}`, command: question.command })
          : null
    }
  }
  line.subscribe(subjectOf('*'), {
    callback(_, message) {
      const read = cityQuestion.safeParse(parse(message.string()))
      if (!read.success) return
      void answer(read.data, lastWord(message.subject)).then((body) => message.respond(JSON.stringify(body)), onBroken)
    },
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
