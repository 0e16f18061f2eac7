/** Words that the staff pages share. */
export const words = {
  connected: '已连上 · 实时',
  reconnecting: '正在重连',
  offline: '网断了，正在重连。屏上是断开前的情况，连上以后再按。',
  offlineShort: '网断了，连上再按',
  cancel: '不，返回',
  close: '关闭',
  loading: '正在读取……',
  gateTitle: '这台电脑还没有登记',
  gateText: '请向管理员要本岗位的口令，贴在这里。登记一次就够了。',
  gateField: '口令',
  gateButton: '登记',
  ownReason: '别的原因',
  ownReasonHint: '写几个字',
  choose: '选这个',
  peopleWaiting: (people: number) => `${people} 人在等`,
  minutes: (minutes: number) => `${minutes} 分`,
} as const
