/** 5 → d5, 12 → 十二, 105 → 一百零五; 0–999. */
export const chineseNumeral = (value: number): string[] => {
  if (value < 10) return [`d${value}`]
  if (value < 20) return ['shi', ...(value % 10 === 0 ? [] : [`d${value % 10}`])]
  if (value < 100) return [`d${Math.floor(value / 10)}`, 'shi', ...(value % 10 === 0 ? [] : [`d${value % 10}`])]
  const rest = value % 100
  const tail =
    rest === 0
      ? []
      : rest < 10
        ? ['d0', `d${rest}`]
        : rest < 20
          ? ['d1', ...chineseNumeral(rest)]
          : chineseNumeral(rest)
  return [`d${Math.floor(value / 100)}`, 'bai', ...tail]
}

/** 12 → twelve, 105 → one hundred five; 0–999. */
export const englishNumeral = (value: number): string[] => {
  if (value < 10) return [`d${value}`]
  if (value < 20) return [`n${value}`]
  if (value < 100) return [`n${value - (value % 10)}`, ...(value % 10 === 0 ? [] : [`d${value % 10}`])]
  return [`d${Math.floor(value / 100)}`, 'hundred', ...(value % 100 === 0 ? [] : englishNumeral(value % 100))]
}

/** Clip of one sign; d = figure. File names stay plain, so a province's sign goes by its number in Unicode. */
export const provinceClip = (sign: string): string => `p${sign.codePointAt(0)?.toString(16) ?? ''}`
export const signClip = (sign: string): string =>
  /\d/.test(sign) ? `d${sign}` : /[A-Z]/.test(sign) ? sign : provinceClip(sign)
export const spelled = (text: string): string[] => [...text.toUpperCase()].map(signClip)
