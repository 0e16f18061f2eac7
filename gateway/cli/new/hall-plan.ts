/** What a person answers to the five questions of `new`. */
export interface NewHallAnswers {
  name: string
  floors: readonly Floor[]
  departments: readonly WantedDepartment[]
  /** Counters of a queue whose departments say no number of their own. */
  counters: number
  devices: WantedDevices
}
export interface Floor {
  id: string
  name: string
}
/** A department of the list; null = the list does not say. `queue`: departments with the same one wait together. */
export interface WantedDepartment {
  name: string
  floor: string | null
  counters: number | null
  queue: string | null
  minutes: number | null
}
export interface WantedDevices {
  terminals: number
  screens: number
  panels: number
  printers: readonly { host: string; port: number }[]
}

export interface HallPlan {
  id: string
  name: string
  floors: readonly Floor[]
  departments: readonly { id: string; name: string }[]
  queues: readonly { letter: string; name: string; minutes: number }[]
  counters: readonly { id: string; floor: string; queue: string; department: string | null; accessible: boolean }[]
  terminals: readonly { id: string; floor: string; printer: string | null }[]
  printers: readonly { id: string; host: string; port: number }[]
  /** `floor` null = all numbers of the hall are called there. */
  screens: readonly { id: string; floor: string | null }[]
  panels: readonly string[]
}

/** I and O are read as 1 and 0. */
const LETTERS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ']
const GENERAL = '综合窗口'
const USUAL_MINUTES = 10

/**
 * The hall that follows from the answers. Each department has a queue of its own as long as there are letters; those behind the last one share
 * 综合窗口 (一窗受理). Floors are filled in the order of the list. `initialsOf`: 市场监督管理局 → scjdglj.
 */
export function planHall(answers: NewHallAnswers, initialsOf: (name: string) => string): HallPlan {
  const { name, floors, devices } = answers
  const ids = namedOnce(
    answers.departments.map((one) => one.name),
    initialsOf,
  )
  const departments = answers.departments.map((one, nth) => ({
    ...one,
    id: ids[nth] ?? '',
    floor: one.floor ?? floors[Math.floor((nth * floors.length) / answers.departments.length)]?.id ?? '1',
  }))
  const wanted = [...new Set(departments.map((one) => one.queue ?? one.name))]
  const own = wanted.length > LETTERS.length ? wanted.slice(0, LETTERS.length - 1) : wanted
  const names = own.length < wanted.length ? [...own, GENERAL] : own
  const waiting = (queue: string): typeof departments =>
    departments.filter((one) => {
      const asked = one.queue ?? one.name
      return queue === (own.includes(asked) ? asked : GENERAL)
    })
  const groups = names.map((queue, nth) => ({ queue, letter: LETTERS[nth] ?? '', members: waiting(queue) }))
  const reached = new Set<string>()
  const counters = groups.flatMap(({ letter, members }) => {
    const said = members.flatMap((one) => one.counters ?? [])
    const many = said.length > 0 ? said.reduce((sum, one) => sum + one, 0) : answers.counters
    const floor = members[0]?.floor ?? '1'
    return Array.from({ length: many }, () => {
      const isFirst = !reached.has(floor)
      reached.add(floor)
      return { floor, queue: letter, department: members.length === 1 ? (members[0]?.id ?? null) : null, isFirst }
    })
  })
  const printers = devices.printers.map((one, nth) => ({ id: `PR${nth + 1}`, ...one }))
  return {
    id: initialsOf(name).slice(0, 32) || 'hall',
    name,
    floors,
    departments: departments.map(({ id, name: called }) => ({ id, name: called })),
    queues: groups.map(({ queue, letter, members }) => ({
      letter,
      name: queue,
      minutes: members.find(({ minutes }) => minutes !== null)?.minutes ?? USUAL_MINUTES,
    })),
    counters: counters.map(({ isFirst, ...one }, nth) => ({ ...one, id: String(nth + 1), accessible: isFirst })),
    terminals: Array.from({ length: devices.terminals }, (_, nth) => ({
      id: `K${nth + 1}`,
      floor: floors[nth % floors.length]?.id ?? '1',
      printer: (printers[nth] ?? printers.at(-1))?.id ?? null,
    })),
    printers,
    screens: Array.from({ length: devices.screens }, (_, nth) => ({
      id: `L${nth + 1}`,
      floor: devices.screens > 1 && floors.length > 1 ? (floors[nth % floors.length]?.id ?? null) : null,
    })),
    panels: Array.from({ length: devices.panels }, (_, nth) => `P${nth + 1}`),
  }
}

/** Short ids from names; the second 公安局 becomes gaj-2. */
function namedOnce(names: readonly string[], initialsOf: (name: string) => string): string[] {
  const used = new Map<string, number>()
  return names.map((name) => {
    const short = initialsOf(name).slice(0, 28) || 'd'
    const nth = (used.get(short) ?? 0) + 1
    used.set(short, nth)
    return nth === 1 ? short : `${short}-${nth}`
  })
}
