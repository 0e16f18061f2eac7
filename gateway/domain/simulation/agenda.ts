/** What is to happen, earliest first; of the same moment, what was planned first. */
export interface Agenda {
  at(when: number, what: () => void): void
  next(): { when: number; what: () => void } | null
  readonly nextAt: number | null
}

export function agenda(): Agenda {
  const heap: { when: number; order: number; what: () => void }[] = []
  let order = 0
  const isBefore = (a: number, b: number): boolean => {
    const one = heap[a]
    const other = heap[b]
    return (
      one !== undefined &&
      other !== undefined &&
      (one.when < other.when || (one.when === other.when && one.order < other.order))
    )
  }
  const swap = (a: number, b: number): void => {
    const kept = heap[a]
    if (kept && heap[b]) {
      heap[a] = heap[b]
      heap[b] = kept
    }
  }
  return {
    at(when, what) {
      heap.push({ when, order: order++, what })
      for (let place = heap.length - 1; place > 0 && isBefore(place, (place - 1) >> 1); place = (place - 1) >> 1)
        swap(place, (place - 1) >> 1)
    },
    next() {
      const first = heap[0] ?? null
      const last = heap.pop()
      if (first === null || last === undefined || heap.length === 0) return first
      heap[0] = last
      for (let place = 0; ; ) {
        const child = isBefore(2 * place + 2, 2 * place + 1) ? 2 * place + 2 : 2 * place + 1
        if (!isBefore(child, place)) break
        swap(place, child)
        place = child
      }
      return first
    },
    get nextAt() {
      return heap[0]?.when ?? null
    },
  }
}
