/**
 * What a hall learns from its own days: a log-linear regression of the real wait on both estimates, the line, the counters and the
 * hour, fitted anew when a day closes. A fold of the log: sums only, no rows, nothing about people.
 */
export interface LearntWait {
  /** Sums of the days that are over, older ones fading, and of today. */
  past: Sums
  today: Sums
  /** null = no day is over yet. */
  weights: number[] | null
  /** Absolute errors in minutes of the last days on which there were weights, the newest last; today's are the last entry. */
  days: Contest[]
}
interface Sums {
  /** Upper triangle of XᵀX row by row, Xᵀy. */
  products: number[]
  answers: number[]
  rows: number
}
interface Contest {
  learnt: number
  mixed: number
  rows: number
}

/** What was known when the number was taken; minutes, `minute` of the day in the hall. */
export interface Known {
  readonly place: number
  readonly replay: number
  readonly ahead: number
  readonly open: number
  readonly minute: number
}

/** Hours at which the day may have a shape of its own, a straight line between two. */
const HOURS = [8, 9, 10, 11, 11.5, 12, 12.5, 13, 14, 15, 16, 17]
const SIZE = 5 + HOURS.length
/** How many rows the mean of the two estimates is worth, from which the weights start. */
const PRIOR_ROWS = 30
const PRIOR = [0, 0.5, 0.5, ...new Array<number>(SIZE - 3).fill(0)]
/** A day ago counts so much. */
const FADING = 0.8
/** The guard: over so many days, at least so many visits, and better by this share. */
const GUARD = { days: 3, rows: 100, share: 0.98 }

const noSums = (): Sums => ({
  products: new Array<number>((SIZE * (SIZE + 1)) / 2).fill(0),
  answers: new Array<number>(SIZE).fill(0),
  rows: 0,
})
const noContest = (): Contest => ({ learnt: 0, mixed: 0, rows: 0 })
export const nothingLearnt = (): LearntWait => ({ past: noSums(), today: noSums(), weights: null, days: [] })

function rowOf({ place, replay, ahead, open, minute }: Known): number[] {
  const hour = minute / 60
  const hats = HOURS.map((at, nth) => {
    const [before = at - 1, after = at + 1] = [HOURS[nth - 1], HOURS[nth + 1]]
    return Math.max(0, hour < at ? 1 - (at - hour) / (at - before) : 1 - (hour - at) / (after - at))
  })
  return [1, Math.log(place + 3), Math.log(replay + 3), Math.log(ahead + 1), Math.log(Math.max(1, open)), ...hats]
}

/** Minutes, never further than half or twice what the others say; null = nothing learnt yet. */
export function learntWait({ weights }: LearntWait, known: Known, mixed: number): number | null {
  if (weights === null) return null
  const told = Math.exp(rowOf(known).reduce((sum, one, nth) => sum + one * (weights[nth] ?? 0), 0)) - 3
  return Math.max(mixed / 2, Math.min(mixed * 2, 300, told))
}

/** Only while it beat the others on the last days is it shown. */
export function isTrusted({ days }: LearntWait): boolean {
  const sum = (key: keyof Contest): number => days.reduce((total, day) => total + day[key], 0)
  return sum('rows') >= GUARD.rows && sum('learnt') < GUARD.share * sum('mixed')
}

/** A visitor without priority was called for the first time after so many minutes; `told` = what was reckoned for it. */
export function learnVisit(
  memory: LearntWait,
  known: Known,
  minutes: number,
  told: { learnt: number | null; mixed: number },
): void {
  const row = rowOf(known)
  const answer = Math.log(Math.max(0, minutes) + 3)
  const { today } = memory
  let at = 0
  for (let one = 0; one < SIZE; one++) {
    today.answers[one] = (today.answers[one] ?? 0) + (row[one] ?? 0) * answer
    for (let other = one; other < SIZE; other++, at++)
      today.products[at] = (today.products[at] ?? 0) + (row[one] ?? 0) * (row[other] ?? 0)
  }
  today.rows += 1
  const contest = memory.days.at(-1)
  if (!contest || told.learnt === null) return
  contest.learnt += Math.abs(told.learnt - minutes)
  contest.mixed += Math.abs(told.mixed - minutes)
  contest.rows += 1
}

/** The day is over: what it taught joins the past, and the weights are fitted anew. A day without visits changes nothing. */
export function closeLessons(memory: LearntWait): void {
  const { past, today } = memory
  if (today.rows === 0) return
  memory.past = {
    products: past.products.map((one, at) => FADING * one + (today.products[at] ?? 0)),
    answers: past.answers.map((one, at) => FADING * one + (today.answers[at] ?? 0)),
    rows: FADING * past.rows + today.rows,
  }
  memory.today = noSums()
  memory.weights = fitWeights(memory.past)
  memory.days = [...memory.days, noContest()].slice(-GUARD.days - 1)
}

/** Least squares, drawn to the mean of both estimates (ridge); Gauss–Jordan on a symmetric positive matrix, hence without pivoting. */
function fitWeights({ products, answers }: Sums): number[] {
  const matrix = Array.from({ length: SIZE }, (_, one) =>
    Array.from({ length: SIZE + 1 }, (_, other) => {
      if (other === SIZE) return (answers[one] ?? 0) + PRIOR_ROWS * (PRIOR[one] ?? 0)
      const [low, high] = [Math.min(one, other), Math.max(one, other)]
      return (products[low * SIZE - (low * (low - 1)) / 2 + (high - low)] ?? 0) + (one === other ? PRIOR_ROWS : 0)
    }),
  )
  for (let pivot = 0; pivot < SIZE; pivot++) {
    const row = matrix[pivot] as number[]
    const scale = row[pivot] ?? 1
    for (let column = pivot; column <= SIZE; column++) row[column] = (row[column] ?? 0) / scale
    for (const [nth, other] of matrix.entries()) {
      if (nth === pivot) continue
      const times = other[pivot] ?? 0
      for (let column = pivot; column <= SIZE; column++)
        other[column] = (other[column] ?? 0) - times * (row[column] ?? 0)
    }
  }
  return matrix.map((row) => row[SIZE] ?? 0)
}
