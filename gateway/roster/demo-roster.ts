import type { Command } from '../contract/commands.ts'
import { addDays, weekdayOf } from '../contract/hall-time.ts'
import type { Duty } from '../contract/roster.ts'
import type { HallModel } from '../domain/hall-model.ts'
import type { RosterState } from '../domain/roster/state.ts'

/** Invented; nobody's. Said with a star, as names of the sample hall are. */
const surnames = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '赵',
  '黄',
  '周',
  '吴',
  '徐',
  '孙',
  '胡',
  '朱',
  '高',
  '林',
  '何',
  '郭',
]
const nameOf = (nth: number): string => `${surnames[nth % surnames.length] ?? '王'}*`

interface DemoRosterDeps {
  hallModel: HallModel
  roster(): RosterState
  /** 2026-03-18, in the hall. */
  today: string
  handle(command: Command): Promise<{ ok: boolean }>
}

/** A week of duties for whoever looks at the sample hall: leaders, guides in two shifts, most chief representatives. Only where today has none. */
export async function addDemoRoster({ hallModel, roster, today, handle }: DemoRosterDeps): Promise<void> {
  if (roster().byDay.has(today)) return
  const from = addDays(today, 1 - weekdayOf(today))
  for (let nth = 0; nth < 7; nth++) {
    const day = addDays(from, nth)
    await handle({ type: 'set-roster', from: day, until: day, duties: dutiesOn(hallModel, day, nth) })
  }
}

/** The last departments are left open, so that the week shows what nobody was put down for. */
const LEFT_OPEN = 3
const NOON = '13:00'

function dutiesOn({ hall }: HallModel, day: string, nth: number): Duty[] {
  const one = (post: Duty['post'], name: string, over: Partial<Duty> = {}): Duty => ({
    day,
    post,
    departmentName: null,
    name,
    from: null,
    until: null,
    ...over,
  })
  const chiefs = hall.departments.slice(0, -LEFT_OPEN)
  return [
    one('leader', nameOf(nth)),
    one('guide', nameOf(nth + 4), { until: NOON }),
    one('guide', nameOf(nth + 5), { until: NOON }),
    one('guide', nameOf(nth + 6), { from: NOON }),
    one('guide', nameOf(nth + 7), { from: NOON }),
    ...chiefs.map(({ name }, place) => one('chief', nameOf(place + 2), { departmentName: name })),
  ]
}
