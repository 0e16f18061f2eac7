import type { SlipFault } from '../contract/commands.ts'
import { NO_SIGN } from './card-words.ts'
import type { DeviceView } from '../contract/device-view.ts'

const atPrinter: Record<SlipFault, string> = {
  'paper-out': '打开前盖，换一卷纸，热敏面朝外，合上盖子。没打的号票会自己接着打。',
  'cover-open': '把盖子按紧，听到一声响。',
  'cutter-jam': '关掉打印机电源，打开盖子，取出切刀里的纸，再开机。',
  offline: '看打印机电源和网线；都好就关机再开。',
  mute: '关机再开；还不行，看有没有别的程序占着它，再不行就换一台。',
  'printer-error': '关机再开；还不行，看线是不是接到了别的设备上。',
  'switched-off': '要用时在设备表上恢复使用。',
  'power-cut': '看一下纸口有没有号票；没有就补打。',
}

/** What somebody should do about a device, in one sentence; null when there is nothing to do. */
export function whatToDo(
  kind: DeviceView['kind'],
  state: DeviceView['state'],
  word: string,
  fault: SlipFault | null,
  name: string,
): string | null {
  if (kind === 'panel' && word === '接的不像控制卡')
    return `${name}${word}：看网线、串口线是不是接到了别的设备上，再对一下大厅文件里的地址。`
  if (kind === 'panel' && word.startsWith(NO_SIGN)) return `${name}${word}：把公告或欢迎词里的字换掉，换好就恢复。`
  if (kind === 'panel' && (state === 'fault' || state === 'warning'))
    return `${name}${word}：看屏的电源和网线；都好就关掉屏，十秒后再开。`
  if (kind === 'printer') {
    if (fault !== null) return `${name}${word}：${atPrinter[fault]}`
    return state === 'warning' ? `${name}${word}：拿一卷新纸，打开前盖换上，热敏面朝外；挑人少的时候换。` : null
  }
  if (kind === 'agent' && state === 'warning') return `${name}：${word}请到那台电脑上改终端编号，或停掉它的设备程序。`
  if (kind === 'agent')
    return state === 'ok' || state === 'off'
      ? null
      : `${name}${word}：看那台电脑开没开、网线插没插；都好就重启那台电脑。`
  if (kind === 'pad' || kind === 'scanner' || kind === 'keypad') {
    if (state === 'ok' || state === 'off') return null
    if (state === 'unknown') return `${name}：先看那台电脑开没开、网线插没插。`
    if (state === 'warning') return `${name}：${word}。在大厅文件里写上插口（port），或换一个序号不同的。`
    if (word === '插上了但打不开') return `${name}${word}：请管理员运行 npm run tingshi -- udev，装好权限后重插一次。`
    return `${name}${word}：把 USB 线重新插紧；还不行换一个插口。`
  }
  if (kind === 'reader' && state === 'fault') return `${name}${word}：把线重新插紧；还不行，拔掉它的电源，十秒后再插。`
  if (state === 'fault') return `${name}${word}：看电源和网线；都好就按 F5 刷新，再不行重启。`
  return state === 'warning' ? `${name}${word}：到跟前看一眼。` : null
}
