import type { DeviceCondition } from '../contract/device-condition.ts'
import type { DeviceView } from '../contract/device-view.ts'
import { calendarGapTodo } from '../hall/calendar-gap.ts'
import { troubleWords } from '../store/disk-trouble.ts'
import { wordOf } from './condition-words.ts'

const POWER_AND_CABLE = '看那台电脑开没开、网线插没插；都好就重启那台电脑。'
const ENROL =
  '请管理员给它发口令（npm run tingshi -- token add 屏的编号 --roles display），在它的网址后面加上 #token=口令 打开一次。'
const PANEL_POWER = '看屏的电源和网线；都好就关掉屏，十秒后再开。'
const READER_CABLE = '把线重新插紧；还不行，拔掉它的电源，十秒后再插。'
const SEE_PANEL_FILE = '对一下大厅文件里这块屏的设置和控制卡上的，改成一样。'
/** What the hall folder says of a printer that tells less of itself than it should. */
const inHallFile = (line: string): string =>
  `它本来就这样的话，在大厅文件里这台打印机下面写一行 ${line}，这句话就没有了。`

/** What somebody should do about a device, in one sentence; null when there is nothing to do. */
export function whatToDo({ kind, name }: Pick<DeviceView, 'kind' | 'name'>, condition: DeviceCondition): string | null {
  const word = wordOf(condition)
  const say = (cure: string): string => `${name}${word}：${cure}`
  switch (condition.code) {
    case 'ok':
    case 'not-heard':
    case 'not-opened':
    case 'closed':
    case 'unwatched':
    case 'dark-by-plan':
    case 'reader-not-enabled':
      return null
    case 'not-enrolled':
      return say(ENROL)
    case 'had-trouble':
      return say('程序自己接着做了。请把日志交给维护人员看。')
    case 'offline':
      if (kind === 'printer') return say('看打印机电源和网线；都好就关机再开。')
      return say(kind === 'agent' ? POWER_AND_CABLE : '看电源和网线；都好就按 F5 刷新，再不行重启。')
    case 'paper-low':
      return say('拿一卷新纸，打开前盖换上，热敏面朝外；挑人少的时候换。')
    case 'paper-out':
      return say('打开前盖，换一卷纸，热敏面朝外，合上盖子。没打的号票会自己接着打。')
    case 'cover-open':
      return say('把盖子按紧，听到一声响。')
    case 'cutter-jam':
      return say('关掉打印机电源，打开盖子，取出切刀里的纸，再开机。')
    case 'printer-error':
    case 'not-a-printer':
      return say('关机再开；还不行，看线是不是接到了别的设备上。')
    case 'mute':
      return say('关机再开；还不行，看有没有别的程序占着它，再不行就换一台。')
    case 'never-answers':
      return say(`号票照打，出没出来看一眼。${inHallFile('answers: nothing')}`)
    case 'never-proves':
      return say(`号票照打，出没出来看一眼。${inHallFile('answers: paper')}`)
    case 'card-away':
    case 'card-refuses-picture':
      return say(PANEL_POWER)
    case 'not-a-card':
      return say('看网线、串口线是不是接到了别的设备上，再对一下大厅文件里的地址。')
    case 'card-refuses-settings':
      return say('不急；要调，用厂家的软件看控制卡是不是锁着。')
    case 'card-not-set-up':
      return say('用厂家的软件先设好屏参数，再接回来。')
    case 'card-size':
    case 'card-colour':
      return say(SEE_PANEL_FILE)
    case 'signs-missing':
      return say('把公告或欢迎词里的字换掉，换好就恢复。')
    case 'not-plugged-in':
    case 'unplugged':
      return say('把 USB 线重新插紧；还不行换一个插口。')
    case 'no-rights':
      return say('请管理员运行 npm run tingshi -- udev，装好权限后重插一次。')
    case 'twins':
      return `${name}：${word}。在大厅文件里写上插口（port），或换一个序号不同的。`
    case 'computer-away':
      return `${name}：先看那台电脑开没开、网线插没插。`
    case 'reader-away':
    case 'reader-mute':
      return say(READER_CABLE)
    case 'second-computer':
      return `${name}：${word}请到那台电脑上改终端编号，或停掉它的设备程序。`
    case 'agent-refused':
      return say(POWER_AND_CABLE)
    case 'disk-full':
      return troubleWords['disk-full'].todo
    case 'read-only':
      return troubleWords['read-only'].todo
    case 'file-damaged':
      return troubleWords.damaged.todo
    case 'file-locked':
      return troubleWords.locked.todo
    case 'stream-away':
      return troubleWords['stream-away'].todo
    case 'stream-full':
      return troubleWords['stream-full'].todo
    case 'cannot-write':
      return troubleWords.other.todo
    case 'log-damaged':
      return '请管理员运行 npm run tingshi -- verify 看是哪几条，再用最近的备份核对。叫号照常。'
    case 'head-missing':
      return '请管理员和最近的备份比一比，看最后的号在不在。叫号照常。'
    case 'clock-doubted':
      return '请看网关电脑的日期和时间。不对就改对，改好会自己恢复；本来就对，在引导台的设备里点“时间是对的”。这之前大厅按原来的时间走。'
    case 'mail-failed':
      return say('到管理页“运维”看为什么；设置在“大厅”里的 mail，密码在网关的环境里。没发出去的会自己再发。')
    case 'backup-failed':
      return '请在管理页的“运维”里看原因，改好再点一次“现在备份”。以前的备份都还在，叫号照常。'
    case 'backup-late':
      return '请在管理页的“运维”里点一次“现在备份”，看它说什么。叫号照常。'
    case 'holidays-missing':
      return calendarGapTodo((condition.detail ?? '').split(' '))
    case 'no-sound':
    case 'stands-still':
      return say('到跟前看一眼。')
  }
}
