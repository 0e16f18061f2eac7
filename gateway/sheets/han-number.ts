const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}
const units: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
export const hanDigits = `${Object.keys(digits).join('')}${Object.keys(units).join('')}`

/** 二十 → 20, 一百二十 → 120, 二〇二六 → 2026; null = no such number. */
export function hanNumber(text: string): number | null {
  if (text === '') return null
  let sum = 0
  let last: number | null = null
  let hasUnit = false
  for (const sign of text) {
    const digit = digits[sign]
    const unit = units[sign]
    if (digit !== undefined) last = hasUnit || last === null ? digit : last * 10 + digit
    else if (unit !== undefined) {
      sum += (last ?? 1) * unit
      last = null
      hasUnit = true
    } else return null
  }
  return sum + (last ?? 0)
}
