export const words = { title: '公告', empty: '还没有公告。' } as const
