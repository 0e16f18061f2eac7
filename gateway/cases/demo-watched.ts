import type { HolidayCalendar } from '../contract/calendar.ts'
import { courseSlots } from '../contract/case-course.ts'
import { type CaseReport, caseReport } from '../contract/cases.ts'
import { addDays } from '../contract/hall-time.ts'
import { isWorkingDay } from '../contract/working-days.ts'
import type { Moment } from '../domain/decision.ts'

interface DemoCase {
  matterName: string
  departmentName: string
  applicant: string
  /** Working days used by each step that has begun, the last one under way; and their limits. */
  used: number[]
  limits: number[]
  /** What stops the clock, and for how many working days. */
  pause?: { name: string; days: number }
  note?: string
}

const limits = (review: number, decision = 2): number[] => [1, 1, 2, review, decision, 1]
/** Invented, nobody's: three red, six yellow, four that stand, and some in time. */
export const demoWatched: DemoCase[] = [
  {
    matterName: '施工许可证核发',
    departmentName: '住房和城乡建设局',
    applicant: '王*',
    used: [1, 1, 2, 4],
    limits: limits(3),
    note: '图纸在复核',
  },
  {
    matterName: '人力资源服务许可',
    departmentName: '人力资源和社会保障局',
    applicant: '赵*',
    used: [1, 1, 1, 3, 4],
    limits: limits(4),
  },
  {
    matterName: '医疗机构执业登记',
    departmentName: '卫生健康委员会',
    applicant: '某门诊部',
    used: [1, 1, 2, 5, 2, 2],
    limits: limits(6),
    note: '证已批，没出',
  },
  {
    matterName: '食品经营许可',
    departmentName: '市场监督管理局',
    applicant: '李*',
    used: [1, 1, 1, 6, 2],
    limits: limits(7),
    note: '等首席代表签发',
  },
  {
    matterName: '建设工程规划许可',
    departmentName: '自然资源局',
    applicant: '某地产公司',
    used: [1, 1, 2, 5],
    limits: limits(6),
  },
  {
    matterName: '道路货物运输经营许可',
    departmentName: '交通运输局',
    applicant: '周*',
    used: [1, 1, 2, 4],
    limits: limits(5),
  },
  {
    matterName: '公共场所卫生许可',
    departmentName: '卫生健康委员会',
    applicant: '孙*',
    used: [1, 1, 1, 2, 1],
    limits: limits(4),
  },
  {
    matterName: '民办学校设立',
    departmentName: '教育局',
    applicant: '某培训学校',
    used: [1, 1, 2, 17],
    limits: limits(20, 5),
  },
  {
    matterName: '临时占用城市道路',
    departmentName: '城市管理局',
    applicant: '某建筑公司',
    used: [1, 1, 2, 2],
    limits: limits(3),
  },
  {
    matterName: '取水许可审批',
    departmentName: '水务局',
    applicant: '某水厂',
    used: [1, 1, 2, 4],
    limits: limits(10),
    pause: { name: '专家评审', days: 6 },
  },
  {
    matterName: '危险化学品经营许可',
    departmentName: '应急管理局',
    applicant: '某加油站',
    used: [1, 1, 1, 3],
    limits: limits(12),
    pause: { name: '现场检测', days: 4 },
  },
  {
    matterName: '环境影响评价审批',
    departmentName: '生态环境局',
    applicant: '某食品厂',
    used: [1, 1, 2, 6],
    limits: limits(15),
    pause: { name: '听证', days: 9 },
  },
  {
    matterName: '动物诊疗许可',
    departmentName: '农牧局',
    applicant: '钱*',
    used: [1, 1, 2, 2],
    limits: limits(8),
    pause: { name: '检疫', days: 2 },
  },
  {
    matterName: '出版物零售许可',
    departmentName: '文化旅游局',
    applicant: '某书店',
    used: [1, 1, 1, 2],
    limits: limits(10),
  },
  { matterName: '律师执业许可', departmentName: '司法局', applicant: '吴*', used: [1, 1, 1, 3], limits: limits(12) },
]

/** As other systems would report them on this day. */
export const demoWatchedReports = ({ day, now }: Moment, calendar: HolidayCalendar): CaseReport[] =>
  demoWatched.map((one, nth) => {
    const back = (count: number): string => {
      let at = day
      for (let left = count; left > 0; at = addDays(at, -1)) if (isWorkingDay(at, calendar)) left -= 1
      while (!isWorkingDay(at, calendar)) at = addDays(at, -1)
      return at
    }
    const noon = (date: string): number => Date.parse(`${date}T02:00:00Z`)
    const stood = one.pause?.days ?? 0
    // The step under way, and how many working days ago each of them began.
    const current = one.used.length - 1
    const agoOf = (step: number): number => one.used.slice(step).reduce((sum, days) => sum + days, 0) + stood
    const steps = courseSlots.map((name, place) => ({
      name,
      startedAt: place > current ? null : noon(back(agoOf(place))),
      endedAt: place < current ? noon(back(agoOf(place + 1))) : null,
      limitDays: place < 2 ? null : (one.limits[place] ?? null),
      note: place === current ? (one.note ?? null) : null,
      by: place === 0 ? '阿茹娜' : null,
    }))
    return caseReport.parse({
      receipt: `QC20260002${String(nth + 1).padStart(2, '0')}`,
      applicant: one.applicant,
      matterName: one.matterName,
      departmentName: one.departmentName,
      status: 'under-review',
      acceptedOn: back(agoOf(Math.min(3, current))),
      promisedDays: one.limits.slice(3).reduce((sum, days) => sum + days, 0),
      pauses: one.pause
        ? [{ name: one.pause.name, from: addDays(back(stood), 1), until: null, toldOn: back(stood) }]
        : [],
      steps,
      reportedAt: now,
    })
  })
