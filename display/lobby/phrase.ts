const numeral = (value: number): string[] => {
  if (value < 10) return [`d${value}`]
  if (value < 20) return ['shi', ...(value % 10 === 0 ? [] : [`d${value % 10}`])]
  if (value < 100) return [`d${Math.floor(value / 10)}`, 'shi', ...(value % 10 === 0 ? [] : [`d${value % 10}`])]
  const rest = value % 100
  const tail = rest === 0 ? [] : rest < 10 ? ['d0', `d${rest}`] : rest < 20 ? ['d1', ...numeral(rest)] : numeral(rest)
  return [`d${Math.floor(value / 100)}`, 'bai', ...tail]
}

/**
 * The clips of one call, in the order spoken: 请 B 零 零 一 号 到 一 号窗口. The number is spelled as it is shown;
 * a counter is said as a Chinese numeral.
 */
export function phraseOf({ number, counterId }: { number: string; counterId: string }): string[] {
  const spelled = [...number].map((sign) => (/\d/.test(sign) ? `d${sign}` : sign))
  const counter = /^\d{1,3}$/.test(counterId) ? numeral(Number(counterId)) : [...counterId.toUpperCase()].map((sign) => (/\d/.test(sign) ? `d${sign}` : sign))
  return ['chime', 'qing', ...spelled, 'hao', 'dao', ...counter, 'chuangkou']
}
