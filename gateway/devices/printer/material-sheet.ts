/** A list of materials on paper, to be ticked at home. All words are ready; the printer's side only sets them. */
export interface MaterialSheet {
  hallName: string
  /** 2026-03-18 星期三 10:31 */
  printedAt: string
  title: string
  /** Over the materials, instead of 要带的材料; null = that. */
  heading: string | null
  materials: { name: string; how: string; brought: boolean }[]
  /** What holds in this visitor's case. */
  notes: string[]
  /** Label and words: 承诺办结, 去哪里, 费用. */
  facts: [label: string, words: string][]
  /** The guide on a phone; `scan`: what the sign is for, null = that. */
  url: string
  scan: string | null
}

export const sheetWords = {
  heading: '要带的材料',
  none: '材料清单未提供，请到咨询台问。',
  scan: '手机扫码看办事指南',
  foot: '以窗口当天的要求为准',
}
