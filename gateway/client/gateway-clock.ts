/** One question to the gateway and its answer: when it left and when it was answered here, in ticks of this page; what the gateway said. */
export interface TimeSample {
  askedAt: number
  heardAt: number
  /** Epoch ms on the gateway's clock. */
  now: number
  /** The gateway's own ticks: monotonic, of this run of it; an answer over HTTP has none. */
  ticks?: number
}
/** What ticks of this page are on the gateway's clocks. */
export interface GatewayClock {
  /** Takes in one more sample. */
  hear(sample: TimeSample): void
  /** Epoch ms in the hall at this tick of the page. */
  nowAt(tick: number): number
  /** The gateway's ticks at this tick of the page; null = nothing has been heard of it. */
  ticksAt(tick: number): number | null
}

const KEPT = 8
/** A clock that was put right, or a gateway that was started anew, is followed: samples that disagree by more than their doubt are of before. */
const DOUBT_MS = 50

interface Offset {
  offset: number
  /** Half of the way there and back: the answer may have been given at any moment of it. */
  doubt: number
}

/** Of the last samples that agree the one with the shortest way is believed: on a slow network the way is most of the error. */
function offsets(): { hear(one: Offset): void; best(): number | null } {
  let kept: readonly Offset[] = []
  return {
    hear(one) {
      const agree = kept.filter(({ offset, doubt }) => Math.abs(offset - one.offset) <= doubt + one.doubt + DOUBT_MS)
      kept = [...agree, one].slice(-KEPT)
    },
    best: () => kept.toSorted((one, other) => one.doubt - other.doubt)[0]?.offset ?? null,
  }
}

/** `guess`: epoch ms at tick 0 until the gateway has said what time it is. */
export function gatewayClock(guess: number): GatewayClock {
  const [wall, steady] = [offsets(), offsets()]
  return {
    hear({ askedAt, heardAt, now, ticks }) {
      const doubt = (heardAt - askedAt) / 2
      wall.hear({ offset: now - (askedAt + doubt), doubt })
      if (ticks !== undefined) steady.hear({ offset: ticks - (askedAt + doubt), doubt })
    },
    nowAt: (tick) => tick + (wall.best() ?? guess),
    ticksAt(tick) {
      const offset = steady.best()
      return offset === null ? null : tick + offset
    },
  }
}
