import type { Damage } from './check-chain.ts'

const rows = ({ from, to }: Damage): string => (from === to ? `第 ${from} 条` : `第 ${from} 到 ${to} 条`)
const SAID = 5

/** One damage of the log in words. */
export function sayDamage(damage: Damage): string {
  switch (damage.kind) {
    case 'missing':
      return `${rows(damage)}不见了`
    case 'changed':
      return `${rows(damage)}和写下时不一样`
    case 'unreadable':
      return `${rows(damage)}读不出来，数据文件坏了`
    case 'unfit':
      return `${rows(damage)}和前面的记录对不上`
  }
}

/** All of it in a few lines, without the way out. */
export const sayDamages = (damages: readonly Damage[]): string[] => [
  ...damages.slice(0, SAID).map((damage) => `日志${sayDamage(damage)}。`),
  ...(damages.length > SAID ? [`这样的地方一共有 ${damages.length} 处。`] : []),
]

export const FILE_BROKEN = '数据文件坏了，读不出来。'

/** What somebody can do about a log that cannot be believed. */
export const wayOut = (dataDir: string): string[] => [
  `数据文件夹：${dataDir}`,
  '办法一：有备份，就运行 npm run tingshi -- restore 备份文件夹 --by 您的姓名。',
  '办法二：没有备份，或备份更旧，就运行 npm run tingshi -- go-on --by 您的姓名，用剩下的记录继续；缺了什么会记下来，今天的号会跳过可能已经发出的。',
]
