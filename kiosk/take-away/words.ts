/** The page speaks Chinese: it was asked for at a terminal and is read at home. */
export const words = {
  bring: '要带的材料',
  tick: '备好一样，点一样',
  lacking: (count: number): string => `还缺 ${count} 项`,
  complete: '齐了',
  none: '材料清单未提供，请问大厅咨询台。',
  where: '去哪里办',
  notHere: '这件事不在大厅窗口办，请先问咨询台。',
  open: (hours: string): string => `取号时间 ${hours}`,
  fee: (fee: string): string => `费用：${fee}`,
  keep: '这一页可以收藏。打了勾的只记在您自己的手机里。',
  unknown: '没有找到这份清单',
  unknownHint: '可能事项已经调整。请回到大厅的查询终端，重新扫一次。',
  away: '现在打不开',
  awayHint: '没有连上大厅。等一会儿再打开，或看看手机的网络。',
} as const
