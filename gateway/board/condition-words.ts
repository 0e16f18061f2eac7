import type { SlipFault } from '../contract/commands.ts'
import type { DeviceCode, DeviceCondition } from '../contract/device-condition.ts'
import type { DeviceView } from '../contract/device-view.ts'
import { calendarGapWord } from '../hall/calendar-gap.ts'
import { troubleWords } from '../store/disk-trouble.ts'

interface Meaning {
  state: DeviceView['state']
  /** `detail` as the code has it. */
  word: string | ((detail: string) => string)
}

const colourNames: Readonly<Record<string, string>> = { '1': '单色', '3': '双色', '7': '三色', '255': '全彩' }
const settingNames: Readonly<Record<string, string>> = { clock: '时钟', power: '开关屏', brightness: '亮度' }
const parts = (detail: string): string[] => detail.split(' ')

/** How bad each condition is, and how the board says it. */
const meanings: Record<DeviceCode, Meaning> = {
  ok: { state: 'ok', word: '正常' },
  'not-heard': { state: 'unknown', word: '还不知道' },
  'not-opened': { state: 'off', word: '未开' },
  'not-enrolled': { state: 'unknown', word: '没有登记' },
  closed: { state: 'off', word: '关了' },
  offline: { state: 'fault', word: '离线' },
  'paper-low': { state: 'warning', word: (left) => (left === '' ? '纸将用完' : `纸将用完，约还能打 ${left} 张`) },
  'paper-out': { state: 'fault', word: '缺纸' },
  'cover-open': { state: 'fault', word: '盖子没关' },
  'cutter-jam': { state: 'fault', word: '切刀卡住' },
  'printer-error': { state: 'fault', word: '打印机出错' },
  mute: { state: 'unknown', word: '没有回应' },
  'not-a-printer': { state: 'fault', word: '接的不像打印机' },
  unwatched: { state: 'unknown', word: '看不到状态' },
  'never-answers': { state: 'unknown', word: '从来不报状态' },
  'never-proves': { state: 'unknown', word: '不报打完没有' },
  'card-away': { state: 'fault', word: '连不上控制卡' },
  'not-a-card': { state: 'fault', word: '接的不像控制卡' },
  'dark-by-plan': { state: 'off', word: '按时关着' },
  'card-refuses-picture': { state: 'warning', word: '控制卡没有接受画面' },
  'card-refuses-settings': {
    state: 'warning',
    word: (which) =>
      `画面照常，控制卡不让调${parts(which)
        .map((one) => settingNames[one] ?? one)
        .join('、')}`,
  },
  'card-not-set-up': { state: 'fault', word: '控制卡还没有设置屏参数' },
  'card-size': {
    state: 'fault',
    word: (sizes) => `屏是 ${parts(sizes)[0] ?? ''}，设置里写的是 ${parts(sizes)[1] ?? ''}`,
  },
  'card-colour': {
    state: 'fault',
    word: (colours) => {
      const [found = '', wanted = ''] = parts(colours).map((one) => colourNames[one] ?? one)
      return `控制卡是${found}的，设置里写的是${wanted}`
    },
  },
  'signs-missing': { state: 'warning', word: (signs) => `字库里没有“${signs}”` },
  'not-plugged-in': { state: 'fault', word: '没有插上' },
  unplugged: { state: 'fault', word: '拔掉了' },
  'no-rights': { state: 'fault', word: '插上了但打不开' },
  twins: { state: 'warning', word: '有两个一样的，分不清是哪个' },
  'computer-away': { state: 'unknown', word: '所在的电脑离线' },
  'reader-away': { state: 'fault', word: '没有接上' },
  'reader-mute': { state: 'fault', word: '不回答' },
  'reader-not-enabled': { state: 'off', word: '没有启用' },
  'second-computer': { state: 'warning', word: (message) => message },
  'agent-refused': { state: 'fault', word: (message) => message },
  'no-sound': { state: 'warning', word: '没有声音' },
  'stands-still': { state: 'warning', word: '画面停住了' },
  'had-trouble': { state: 'warning', word: '出过意外' },
  'disk-full': { state: 'fault', word: troubleWords['disk-full'].word },
  'read-only': { state: 'fault', word: troubleWords['read-only'].word },
  'file-damaged': { state: 'fault', word: troubleWords.damaged.word },
  'file-locked': { state: 'fault', word: troubleWords.locked.word },
  'stream-away': { state: 'fault', word: troubleWords['stream-away'].word },
  'stream-full': { state: 'fault', word: troubleWords['stream-full'].word },
  'cannot-write': { state: 'fault', word: troubleWords.other.word },
  'log-damaged': { state: 'fault', word: '日志有对不上的地方' },
  'head-missing': { state: 'warning', word: '没法核对日志后面有没有少' },
  'clock-doubted': { state: 'fault', word: '电脑的时间不对' },
  'backup-failed': { state: 'fault', word: (why) => `备份没有做成：${why}` },
  'backup-late': { state: 'warning', word: '该做的备份还没有' },
  'mail-failed': { state: 'fault', word: (why) => `邮件提醒${why}` },
  'holidays-missing': { state: 'warning', word: (years) => calendarGapWord(parts(years)) },
}

export const stateOf = ({ code }: DeviceCondition): DeviceView['state'] => meanings[code].state

export function wordOf({ code, detail }: DeviceCondition): string {
  const { word } = meanings[code]
  return typeof word === 'string' ? word : word(detail ?? '')
}

const slipFaults: Partial<Record<DeviceCode, SlipFault>> = {
  'paper-out': 'paper-out',
  'cover-open': 'cover-open',
  'cutter-jam': 'cutter-jam',
  'printer-error': 'printer-error',
  'not-a-printer': 'printer-error',
  offline: 'offline',
  mute: 'mute',
}
/** What keeps a printer in this condition from printing; null = it prints, or it is no printer. */
export const slipFaultOf = (kind: DeviceView['kind'], code: DeviceCode): SlipFault | null =>
  kind === 'printer' ? (slipFaults[code] ?? null) : null

/** Conditions in which nothing was heard of the device itself. */
const silent: ReadonlySet<DeviceCode> = new Set<DeviceCode>([
  'not-heard',
  'not-opened',
  'not-enrolled',
  'closed',
  'offline',
  'mute',
  'never-answers',
  'card-away',
  'dark-by-plan',
  'not-plugged-in',
  'unplugged',
  'computer-away',
  'reader-away',
  'reader-mute',
  'reader-not-enabled',
  'agent-refused',
])
export const isSilent = (code: DeviceCode): boolean => silent.has(code)
