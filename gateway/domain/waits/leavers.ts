/**
 * People who wait long go home, most without a word: what the hall has seen of it, by how long they had waited. A fold of the log;
 * counts only, nothing about people. Impatience as in the queues of Palm and Erlang-A (Garnett, Mandelbaum, Reiman 2002).
 */
export interface LeaverMemory {
  /** By part of `PART` minutes of waiting: called for the first time, of them missed, taken back by the visitor, minutes spent there. */
  readonly parts: { called: number; missed: number; cancelled: number; minutes: number }[]
  /** Minutes for which an empty call keeps a counter. */
  emptyCall: FadingMean
  /** 1 = a missed visitor came back, 0 = not. */
  back: FadingMean
  /** Minutes between two visitors of a counter while somebody waits. */
  changeover: FadingMean
}

/** The mean of about the last fifty. */
interface FadingMean {
  mean: number
  seen: number
}

const PART = 20
const PARTS = 16
/** Each first call makes older ones weigh less: about the last two thousand count. */
const FADING = 1 / 2_000
/** Of a hall that knows nothing yet: shares missed and coming back, minutes, and how many calls that is worth. */
const FIRST = { missed: 0.08, emptyCall: 2, back: 0.3, changeover: 0.3, worth: 12 }

export const noLeavers = (): LeaverMemory => ({
  parts: Array.from({ length: PARTS }, () => ({ called: 0, missed: 0, cancelled: 0, minutes: 0 })),
  emptyCall: { mean: 0, seen: 0 },
  back: { mean: 0, seen: 0 },
  changeover: { mean: 0, seen: 0 },
})

/** How a wait falls into the parts; the last one has no end. */
function spend(waited: number, inPart: (place: number, minutes: number) => void): void {
  for (let place = 0; place < PARTS && waited > place * PART; place++)
    inPart(place, place === PARTS - 1 ? waited - place * PART : Math.min(PART, waited - place * PART))
}

const partOf = (minutes: number): number => Math.min(PARTS - 1, Math.max(0, Math.floor(minutes / PART)))

/** Somebody called for the first time after so many minutes came to the counter, or did not. */
export function learnComing(memory: LeaverMemory, waited: number, came: boolean): void {
  for (const part of memory.parts)
    for (const key of ['called', 'missed', 'cancelled', 'minutes'] as const) part[key] *= 1 - FADING
  const own = memory.parts[partOf(waited)]
  if (!own) return
  own.called += 1
  if (!came) own.missed += 1
}

/** Somebody left the line after so many minutes: called, or taken back by the visitor. */
export function learnStay(memory: LeaverMemory, waited: number, cancelled: boolean): void {
  spend(waited, (place, minutes) => {
    const part = memory.parts[place]
    if (part) part.minutes += minutes
  })
  const own = memory.parts[partOf(waited)]
  if (own && cancelled) own.cancelled += 1
}

export function learnEmptyCall(memory: LeaverMemory, minutes: number): void {
  fade(memory.emptyCall, Math.min(30, minutes))
  fade(memory.back, 0)
}

/** A missed visitor was put back in line. */
export function learnBack(memory: LeaverMemory): void {
  const { back } = memory
  // What was noted as gone with the miss is noted as back now.
  back.mean = Math.min(1, back.mean + Math.max(0.02, 1 / Math.max(1, back.seen)))
}

/** A counter called again after so many minutes, somebody having waited all the while. */
export const learnChangeover = (memory: LeaverMemory, minutes: number): void =>
  fade(memory.changeover, Math.min(5, minutes))

function fade(to: FadingMean, value: number): void {
  to.mean += Math.max(0.02, 1 / (to.seen + 1)) * (value - to.mean)
  to.seen += 1
}

/** What a waiting ticket will cost its counter. */
export interface Leavers {
  /** Share 0…1 of those called after so many minutes who do not come. */
  missed(waited: number): number
  /** Share 0…1 still in line after `later` minutes of waiting, of those still there after `sooner`. */
  staying(sooner: number, later: number): number
  /** Minutes for which an empty call keeps a counter, share 0…1 of the missed who come back, minutes between two visitors. */
  readonly emptyCall: number
  readonly back: number
  readonly changeover: number
}

/**
 * `waiting`: minutes waited so far by those still in line. They stayed so long, and must count: in a line that grows they are most
 * of what the hall knows.
 */
export function leaversOf(memory: LeaverMemory, waiting: readonly number[]): Leavers {
  const stayed = new Float64Array(PARTS)
  for (const waited of waiting)
    spend(waited, (place, minutes) => {
      stayed[place] = (stayed[place] ?? 0) + minutes
    })
  let before = FIRST.missed
  const missed = memory.parts.map(
    (part) => (before = (part.missed + FIRST.worth * before) / (part.called + FIRST.worth)),
  )
  let hazard = 0
  const hazards = memory.parts.map(
    (part, place) => (hazard = (part.cancelled + 200 * hazard) / (part.minutes + (stayed[place] ?? 0) + 200)),
  )
  const sums = [0]
  for (const one of hazards) sums.push((sums.at(-1) ?? 0) + one * PART)
  const sumAt = (minutes: number): number => {
    const part = partOf(minutes)
    return (sums[part] ?? 0) + (hazards[part] ?? 0) * (minutes - part * PART)
  }
  const learnt = (key: 'emptyCall' | 'back' | 'changeover'): number =>
    (memory[key].mean * memory[key].seen + FIRST[key] * FIRST.worth) / (memory[key].seen + FIRST.worth)
  return {
    missed: (waited) => missed[partOf(waited)] ?? FIRST.missed,
    staying: (sooner, later) => Math.exp(sumAt(sooner) - sumAt(Math.max(sooner, later))),
    emptyCall: learnt('emptyCall'),
    back: learnt('back'),
    changeover: learnt('changeover'),
  }
}
