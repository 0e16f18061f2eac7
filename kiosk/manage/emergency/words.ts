export const words = { title: '紧急插播', empty: '现在没有紧急插播。' } as const
