import type { Hall } from '../contract/hall.ts'
import { unprintable } from '../devices/printer/unprintable.ts'

const MOST = 20

/** What the hall's printers cannot print of these names, a line for each sign with a name that has it. */
export function saySigns({ printers }: Pick<Hall, 'printers'>, names: readonly string[]): string[] {
  const modes = [...new Set(printers.map(({ mode }) => mode))]
  const whole = names.join('')
  const lines = modes.flatMap((mode) =>
    unprintable(whole, mode).map((sign) => {
      const where = names.find((name) => name.includes(sign)) ?? ''
      const how = mode === 'text' ? '文字方式的打印机' : '号票'
      return `${how}打不出“${sign}”（U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}），例如：${where}`
    }),
  )
  const more = lines.length - MOST
  return more > 0 ? [...lines.slice(0, MOST), `还有 ${more} 个字打不出`] : lines
}
