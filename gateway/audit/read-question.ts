import type { AuditFilter, AuditTopic } from '../contract/audit.ts'
import { addDays, weekdayOf } from '../contract/hall-time.ts'

/** What the hall has that a question may name. */
export interface Known {
  /** 2026-03-18 */
  today: string
  counters: ReadonlySet<string>
  /** Terminals, screens, printers, by id. */
  devices: ReadonlySet<string>
}

/** As people say it → what it is about. Longer ones before those that stand in them. */
const topicWords: [words: RegExp, topic: AuditTopic][] = [
  [/过号重排|重排|优先|插队/, 'requeue'],
  [/紧急|插播|预警|演练/, 'emergency'],
  [/取号|作废|报到/, 'take'],
  [/叫号器|打印纸|缺纸|设备|登记码|登记|停用/, 'device'],
  [/叫号|重呼|叫过/, 'call'],
  [/办结|办完/, 'finish'],
  [/过号|失效/, 'missed'],
  [/转移|转走|转到/, 'transfer'],
  [/挂起|回呼/, 'hold'],
  [/撤销|撤回上一步/, 'undo'],
  [/开窗|关窗|暂停|改办/, 'counter'],
  [/号票|小票|清单/, 'slip'],
  [/预约/, 'appointment'],
  [/咨询|首问|帮办|代办|俗称/, 'consultation'],
  [/求助|引导员|帮忙/, 'help'],
  [/评价|差评|投诉|办不成事|诉求/, 'rating'],
  [/红牌|黄牌|亮牌|催办|并联/, 'case'],
  [/公告/, 'notice'],
  [/版式|广播/, 'wall'],
  [/事项|导入/, 'matter'],
  [/设置|大厅设置/, 'setting'],
  [/排班|人员|岗位|密码|口令|登录/, 'people'],
  [/时钟|时间不对/, 'clock'],
  [/导出|记录缺/, 'record'],
]
/** Words that ask and say nothing of what. */
const askingWords =
  /谁|哪个人|哪些|什么时候|什么|有没有|是不是|怎么|动过|做过|改过|碰过|查一下|查查|看看|的|了|吗|呢|过$|在|把|被|给|请|号(?=\s|$)/g

/** A question as people speak → what to look for. What is in no list stays as words that must stand in the sentence. */
export function readQuestion(question: string, { today, counters, devices }: Known): AuditFilter {
  const filter: AuditFilter = {
    from: today,
    to: today,
    fromMinute: null,
    toMinute: null,
    number: null,
    counterId: null,
    deviceId: null,
    topic: null,
    actor: null,
    words: [],
  }
  let rest = question
    .normalize('NFKC')
    .replace(/[，。、？?！!,;；“”"]/g, ' ')
    .trim()
  /** Takes out what fits and says what it means. */
  const take = (fits: RegExp, mean: (found: RegExpExecArray) => unknown): void => {
    const found = fits.exec(rest)
    if (found && mean(found) !== false) rest = rest.replace(found[0], ' ')
  }
  const days = (from: string, to = from): void => {
    filter.from = from
    filter.to = to
  }
  take(/最近\s*(\d{1,2})\s*天|近\s*(\d{1,2})\s*天/, ([, one, other]) =>
    days(addDays(today, 1 - Number(one ?? other)), today),
  )
  take(/(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]?/, ([, year, month = '', date = '']) => {
    const named = (of: number): string => `${of}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    const day = named(Number(year ?? today.slice(0, 4)))
    // A day of this year that is still to come was last year's.
    days(year === undefined && day > today ? named(Number(today.slice(0, 4)) - 1) : day)
  })
  take(/前天/, () => days(addDays(today, -2)))
  take(/昨天|昨日/, () => days(addDays(today, -1)))
  take(/今天|今日/, () => days(today))
  const monday = addDays(today, 1 - weekdayOf(today))
  take(/上周|上星期/, () => days(addDays(monday, -7), addDays(monday, -1)))
  take(/本周|这周|这星期/, () => days(monday, today))
  take(/(\d{1,2})\s*点(?:半)?\s*(?:到|至|-|~)\s*(\d{1,2})\s*点/, ([, from, to]) => {
    filter.fromMinute = Number(from) * 60
    filter.toMinute = Number(to) * 60
  })
  take(/(\d{1,2})\s*点\s*(?:以后|之后|后)/, ([, from]) => void (filter.fromMinute = Number(from) * 60))
  take(/(\d{1,2})\s*点\s*(?:以前|之前|前)/, ([, to]) => void (filter.toMinute = Number(to) * 60))
  take(/(\d{1,2})\s*点(?:钟|多)?/, ([, from]) => {
    filter.fromMinute = Number(from) * 60
    filter.toMinute = (Number(from) + 1) * 60
  })
  take(/上午/, () => void (filter.toMinute = 12 * 60))
  take(/下午/, () => void (filter.fromMinute = 12 * 60))
  take(/([0-9A-Za-z][\w-]*)\s*号?\s*窗口/, ([, id = '']) => {
    if (!counters.has(id)) return false
    filter.counterId = id
    return true
  })
  take(/工号\s*(\w{1,12})/, ([, number]) => void (filter.actor = `staff ${number}`))
  take(/群众(?:自己)?/, () => void (filter.actor = 'visitor'))
  take(/自动/, () => void (filter.actor = 'hall'))
  take(/[A-Za-z0-9][\w-]*/, ([id]) => {
    const device = [...devices].find((one) => one.toLowerCase() === id.toLowerCase())
    if (device === undefined) return false
    filter.deviceId = device
    return true
  })
  take(
    /([A-Za-z])\s?(\d{3,4})(?!\d)/,
    ([, series = '', digits]) => void (filter.number = `${series.toUpperCase()}${digits}`),
  )
  for (const [words, topic] of topicWords)
    take(words, () => {
      if (filter.topic !== null) return false
      filter.topic = topic
      return true
    })
  filter.words = rest
    .replace(askingWords, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
  return filter
}
