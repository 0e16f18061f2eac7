import { isDeepStrictEqual } from 'node:util'
import { replay } from '../../../gateway/office/replay.ts'
import type { PromiseOf } from '../storm.ts'

/** Nothing that was shown is taken back by a crash, and the log alone makes the state again, row by row. */
export const replayed: PromiseOf = ({ computer }, broken) => {
  let shown = 0
  return {
    rule: 'SM9',
    onLife(life) {
      const { seq } = life.office.state
      if (seq < shown) broken('SM9', `event ${shown} had been shown, the hall opens with ${seq}`)
      shown = seq
      life.office.onFacts((events) => void (shown = events.at(-1)?.seq ?? shown))
    },
    async atEnd() {
      const { life } = computer
      if (life === null) return
      const again = await replay(life.log)
      if (!isDeepStrictEqual(again, life.office.state))
        broken('SM9', `the log makes another state: ${unlike(again, life.office.state)}`)
    },
  }
}

/** The first place at which two values differ. */
function unlike(one: unknown, other: unknown, path = ''): string {
  if (isDeepStrictEqual(one, other)) return ''
  const parts = (value: unknown): [string, unknown][] =>
    value instanceof Map
      ? [...value].map(([key, part]) => [String(key), part])
      : value !== null && typeof value === 'object'
        ? Object.entries(value)
        : []
  const others = new Map(parts(other))
  for (const [key, part] of parts(one)) {
    const found = unlike(part, others.get(key), `${path}/${key}`)
    if (found !== '') return found
  }
  return `${path}: ${JSON.stringify(one)?.slice(0, 120)} and ${JSON.stringify(other)?.slice(0, 120)}`
}
