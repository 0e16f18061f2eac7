export const announceWords = {
  open: '播一条广播',
  title: '播一条广播',
  loading: '正在读取广播……',
  none: '这个大厅还没有写好的广播。请管理员在 announcements.yaml 里加。',
  failed: '读不到广播，请稍后再试。',
  shownOnly: '这一条没有声音，只上屏。',
  missing: '先把上面填好',
  confirm: '现在播',
  back: '换一条',
  done: (name: string) => `正在播：${name}`,
} as const
