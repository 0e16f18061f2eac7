import type { OfficeEvent } from '../domain/events.ts'
import type { Says } from './said.ts'

const papers = { enough: '够', low: '快没了', out: '用完了' } as const

/** Appointments, helpers, notices, walls, devices, settings: the hall around the numbers. */
export const saysOfHall: Says<OfficeEvent> = {
  'clock-doubted': ({ day }) => ['clock', `网关电脑的时间不对，电脑说是 ‹${day}›，先按厅里的时间走`],
  'clock-trusted': () => ['clock', '看过了，电脑的时间是对的'],
  'day-corrected': ({ from, day }) => ['clock', `把日子从 ‹${from}› 改成 ‹${day}›`],
  'log-gap-accepted': ({ gaps }) => ['record', `知道记录缺了 ‹${gaps.length}› 处，接着用`],
  'appointment-booked': ({ day, clock, queueId }, { queue }) => [
    'appointment',
    `约了 ‹${day} ${clock}›，${queue(queueId)}`,
  ],
  'appointment-confirmed': () => ['appointment', '确认了一个预约'],
  'appointment-released': () => ['appointment', '一个预约没有确认，位置放开了'],
  'appointment-cancelled': () => ['appointment', '取消了一个预约'],
  'appointment-moved': ({ day, clock }) => ['appointment', `把一个预约改到 ‹${day} ${clock}›`],
  'appointment-met': ({ ticketId, counts }, { number }) => [
    'appointment',
    `预约的人到了，取了 ‹${number(ticketId)}›${counts ? '' : '，晚了，按普通号排'}`,
  ],
  'appointment-due': ({ ticketId }, { number }) => ['appointment', `预约的 ‹${number(ticketId)}› 到点了`],
  'appointment-missed': () => ['appointment', '一个预约没有人来'],
  'help-called': ({ terminalId }) => ['help', `‹${terminalId}› 终端有人找引导员`],
  'help-asked': ({ number }) => ['help', `‹${number}› 用手机找引导员`],
  'help-requested': ({ counterId, number }) => [
    'help',
    `‹${counterId}› 号窗口请引导员${number === null ? '' : `，办的是 ‹${number}›`}`,
  ],
  'help-answered': () => ['help', '说去帮忙'],
  'help-left': () => ['help', '找引导员的人走了'],
  'help-finished': () => ['help', '帮完了'],
  'emergency-raised': ({ title, drill }) => ['emergency', `${drill ? '演练' : '紧急'}插播 ‹${title}›`],
  'emergency-lifted': () => ['emergency', '解除了紧急插播'],
  'emergency-ended': () => ['emergency', '紧急插播到时间结束'],
  'alert-received': ({ sender }) => ['emergency', `收到 ‹${sender}› 的预警`],
  'notice-drafted': () => ['notice', '写了一条公告'],
  'notice-edited': () => ['notice', '改了一条公告'],
  'notice-submitted': () => ['notice', '把一条公告送审'],
  'notice-approved': () => ['notice', '批准了一条公告'],
  'notice-withdrawn': () => ['notice', '撤下了一条公告'],
  'catalogue-imported': ({ source, counts }) => [
    'matter',
    `导入事项 ‹${source}›：新增 ‹${counts.added}›，改 ‹${counts.changed}›，去掉 ‹${counts.removed}›`,
  ],
  'catalogue-restored': () => ['matter', '退回上一次导入以前的事项'],
  'matters-edited': ({ what, count, undoes, lines }) => {
    const [first] = lines
    const of = what.kind === 'matter' ? `事项 ‹${what.name}›` : `部门 ‹${what.name}› 的 ‹${count}› 个事项`
    if (undoes !== null) return ['matter', `把${of}退回改以前的样子`]
    const more = lines.length > 1 ? `等 ‹${lines.length}› 处` : ''
    return ['matter', first ? `改了${of}：‹${first.where}› 改成 ‹${first.after || '没有'}›${more}` : `改了${of}`]
  },
  'layout-switched': ({ screenId }) => ['wall', `换了 ‹${screenId}› 屏的版式`],
  'announcement-made': () => ['wall', '广播了一次'],
  'announcement-stopped': () => ['wall', '停了广播'],
  'screen-reload-ordered': ({ screenId }) => ['wall', `让 ‹${screenId}› 屏重新加载`],
  'screen-picture-ordered': ({ screenId }) => ['wall', `让 ‹${screenId}› 屏拍一张样子`],
  'printer-paper': ({ printerId, paper }) => ['device', `打印机 ‹${printerId}› 的纸${papers[paper]}`],
  'test-page-ordered': ({ printerId }) => ['device', `在打印机 ‹${printerId}› 打了测试页`],
  'pad-taught': ({ padId }) => ['device', `教了叫号器 ‹${padId}› 一个键`],
  'pad-bound': ({ padId, counterId }) => [
    'device',
    counterId === null ? `叫号器 ‹${padId}› 恢复原来的窗口` : `叫号器 ‹${padId}› 改管 ‹${counterId}› 号窗口`,
  ],
  'device-switched-off': ({ deviceId, reason }) => ['device', `停用 ‹${deviceId}›${reason ? `：${reason}` : ''}`],
  'device-switched-on': ({ deviceId }) => ['device', `恢复使用 ‹${deviceId}›`],
  'hall-changed': ({ lines, undoes }) => {
    const [first] = lines
    if (undoes !== null) return ['setting', '把一次大厅设置的修改退回去了']
    if (!first) return ['setting', '改了大厅的设置']
    const more = lines.length > 1 ? `等 ‹${lines.length}› 处` : ''
    return ['setting', `把 ‹${first.where}› 从 ‹${first.before || '没有'}› 改成 ‹${first.after || '没有'}›${more}`]
  },
  'roster-set': ({ from, until }) => ['people', `排了 ‹${from}› 到 ‹${until}› 的班`],
  'terminal-used': ({ terminalId, searches, empty }) => [
    'device',
    `终端 ‹${terminalId}› 用过一次，搜了 ‹${searches}› 次${empty > 0 ? `，‹${empty}› 次没有结果` : ''}`,
  ],
  'backup-made': ({ name, rows, sealed }) => [
    'record',
    `做了备份 ‹${name}›，日志 ‹${rows}› 条，试着恢复过${sealed ? '，加了密' : ''}`,
  ],
  'backup-failed': ({ why }) => ['record', `备份没有做成：${why}`],
  'records-exported': ({ from, to, rows }) => [
    'record',
    `导出了 ‹${from === to ? from : `${from} 到 ${to}`}› 的记录 ‹${rows}› 条`,
  ],
}
