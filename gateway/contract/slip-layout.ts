import { z } from 'zod'

/** The words of a slip that no hall has changed. */
export const USUAL_WORDS = '当天有效 · 需要帮忙请找引导员'

/** Letters in dots of an 80 mm head; 58 mm takes 0.78 of them. Below 24 nobody reads it on thermal paper. */
const dots = (usual: number) =>
  z.number().int().min(24, '字不能小于 24 点，打出来看不清').max(96, '字不能大于 96 点').default(usual)
const label = (usual: string) => z.string().trim().min(1).max(12, '这几个字最多 12 个').default(usual)
/** On the slip of somebody who took the number in English; null = as every hall says it. */
const labelEn = z.string().trim().min(1).max(40, '英文最多 40 个字母').nullable().default(null)
/** What a line of free words may name: {number} becomes the number, and so on. */
export const slipFields = ['hallName', 'time', 'number', 'matter', 'where', 'ahead', 'wait', 'missedMinutes'] as const
export type SlipField = (typeof slipFields)[number]
const unknownFields = (text: string): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name]) =>
    slipFields.includes(name as SlipField) ? [] : [name ?? ''],
  )
const words = z
  .string()
  .trim()
  .min(1)
  .max(120, '一段话最多 120 个字')
  .superRefine((text, context) => {
    for (const name of unknownFields(text))
      context.addIssue({
        code: 'custom',
        message: `号票上没有“{${name}}”可以填。能填的是：${slipFields.map((one) => `{${one}}`).join('、')}。`,
      })
  })
const mongolian = z
  .string()
  .trim()
  .max(120, '蒙古文最多 120 个字母')
  .regex(/^(?:\u200c|\u200d|[\u1800-\u18af\u202f\s])+$/u, '这里只能写传统蒙古文字母，汉字写到 beside')

/** One piece of a slip, from the top down. */
export const slipPart = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('hall-name'), dots: dots(38) }),
  z.strictObject({ part: z.literal('time'), dots: dots(28) }),
  /** The number in its frame, as large as the paper allows. */
  z.strictObject({ part: z.literal('number'), label: label('您的号码'), labelEn }),
  z.strictObject({ part: z.literal('matter'), dots: dots(36) }),
  z.strictObject({ part: z.literal('rule') }),
  z.strictObject({ part: z.literal('where'), label: label('去哪里'), labelEn }),
  z.strictObject({ part: z.literal('ahead'), label: label('前面有'), labelEn }),
  /** Away when the wait cannot be known. */
  z.strictObject({ part: z.literal('wait'), label: label('约等'), labelEn }),
  /** The QR code of the visitor's own page, hints beside it. `side` in dots at 80 mm. */
  z.strictObject({
    part: z.literal('code'),
    side: z.number().int().min(150, '二维码不能小于 150 点，手机扫不出').max(420, '二维码不能大于 420 点').default(190),
    hints: z
      .array(words)
      .max(6)
      .default(['扫码看排到哪', '快到时手机会震动', '过号 {missedMinutes} 分钟内', '到咨询台还能排上']),
    hintsEn: z.array(words).max(6).nullable().default(null),
  }),
  /** The steps of a flow; away for a plain number. */
  z.strictObject({ part: z.literal('legs'), label: label('用这一个号依次办：'), labelEn }),
  /** Away when nothing is missing. */
  z.strictObject({ part: z.literal('missing'), label: label('还缺：'), labelEn }),
  z.strictObject({
    part: z.literal('words'),
    text: words,
    textEn: words.nullable().default(null),
    dots: dots(28),
    bold: z.boolean().default(false),
    align: z.enum(['left', 'centre']).default('centre'),
  }),
  /** Upright, columns from left to right, the Chinese beside it. Printers that print no pictures print only the Chinese. */
  z.strictObject({
    part: z.literal('mongolian'),
    text: mongolian,
    beside: words.nullable().default(null),
    dots: dots(34),
    /** Where a column ends, in dots at 80 mm. */
    height: z.number().int().min(80).max(600).default(220),
  }),
  /** K1-0318-A042, for whoever looks for it later. */
  z.strictObject({ part: z.literal('slip-code'), dots: dots(26) }),
  z.strictObject({ part: z.literal('space'), dots: z.number().int().min(1).max(200).default(24) }),
])
export type SlipPart = z.infer<typeof slipPart>
export type SlipLayout = readonly SlipPart[]

const usual = [
  ...(
    [
      'hall-name',
      'time',
      'number',
      'matter',
      'rule',
      'where',
      'ahead',
      'wait',
      'rule',
      'code',
      'rule',
      'legs',
      'missing',
    ] as const
  ).map((part) => ({
    part,
  })),
  { part: 'words' as const, text: USUAL_WORDS },
  { part: 'slip-code' as const },
]
/** What a slip must have, whatever else it says. */
export const slipLayout = z
  .array(slipPart)
  .max(60, '最多 60 块')
  .superRefine((parts, context) => {
    const count = (kind: SlipPart['part']): number => parts.filter(({ part }) => part === kind).length
    const say = (message: string): void => context.addIssue({ code: 'custom', message })
    if (count('number') === 0) say('号票上没有号码。请加一块 { part: number }。')
    if (count('number') > 1) say('号码写了两块，群众会看错。请只留一块 { part: number }。')
    if (count('where') === 0) say('号票上没写去哪里。请加一块 { part: where }。')
    if (count('code') > 1) say('二维码写了两块，请只留一块 { part: code }。')
  })
  .prefault(usual)
/** The layout of a hall that says nothing about it. */
export const usualSlipLayout: SlipLayout = slipLayout.parse(undefined)
