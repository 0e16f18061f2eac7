export const words = {
  place: '管理',
  sections: '管理页的栏目',
  loading: '正在打开……',
  failed: '这一栏没有打开。请刷新页面再试。',
} as const
