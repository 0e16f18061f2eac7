export const words = {
  counterUnit: '号窗口',
  waiting: '还在等',
  people: '人数',
  minutes: '约等/分',
  missed: '过号了，请到咨询台',
  requeue: (minutes: number) => `${minutes} 分钟内可重排，不用再取号`,
  requeueShort: (minutes: number) => `${minutes} 分钟内可重排`,
  joining: '屏幕正在连接，叫号请听广播。',
  noCalls: '现在没有叫号',
  noCallsHint: '取号后请坐下等，叫到您会显示在这里。',
  /** While numbers are out people wait for their call. */
  waitHint: '叫到您会显示在这里，请坐下等。',
  stale: (clock: string) => `${clock} 的数，正在重连`,
  listen: (clock: string) => `${clock} 的数，正在重连。叫号请听广播。`,
  notices: (page: number, pages: number) => `公告 ${page} / ${pages}`,
  unknown: '没有这块屏，请检查网址里的编号。',
} as const
