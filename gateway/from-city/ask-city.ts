import { type CityQuestion, type Quickest, quickest } from '../contract/city.ts'
import { questionOf } from '../stream/city-streams.ts'
import type { StreamLine } from '../stream/connect-stream.ts'
import { monotonic } from '../time.ts'
import { forgetfulMap } from '../work/forgetful-map.ts'

/** What a hall asks its city for a visitor. null = the line is down, or nobody there answers: the hall does without. */
export interface AskCity {
  /** Other halls that do a matter of this name now, the soonest first. */
  quickest(matter: string): Promise<Quickest | null>
  /** An order at another hall, which decides. */
  order(
    hall: string,
    commandId: string,
    command: object,
  ): Promise<{ ok: boolean; code?: string; body?: unknown } | null>
}

const ANSWER_WITHIN_MS = 2_000
const ORDER_WITHIN_MS = 8_000
/** A hall full of phones asks once for all of them. */
const KEPT_MS = 10_000
const MOST_KEPT = 500

/** `line`: gives the line while it stands. */
export function askCity(line: () => Pick<StreamLine, 'line'> | null, hallId: string): AskCity {
  const kept = forgetfulMap<{ at: number; answer: Promise<Quickest | null> }>(MOST_KEPT)
  async function ask(question: CityQuestion, withinMs: number): Promise<unknown> {
    const open = line()
    if (open === null) return null
    return open.line
      .request(questionOf(hallId), JSON.stringify(question), { timeout: withinMs })
      .then((answer) => answer.json<unknown>())
      .catch(() => null)
  }
  return {
    quickest(matter) {
      const known = kept.get(matter)
      if (known && monotonic() - known.at < KEPT_MS) return known.answer
      const answer = ask({ kind: 'quickest', matter }, ANSWER_WITHIN_MS).then(
        (said) => quickest.safeParse(said).data ?? null,
      )
      kept.set(matter, { at: monotonic(), answer })
      return answer
    },
    async order(hall, commandId, command) {
      const question = { kind: 'order', hall, commandId, command } as CityQuestion
      return (await ask(question, ORDER_WITHIN_MS)) as { ok: boolean; code?: string; body?: unknown } | null
    },
  }
}
