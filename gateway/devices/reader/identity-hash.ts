import { createHmac } from 'node:crypto'

/** All that may be kept of a person's card, and only until the visit ends. */
export interface CardIdentity {
  /** HMAC-SHA-256 of the number with the key of the day, hex: the same person today, nobody tomorrow. */
  hash: string
  /** 150102********123X */
  mask: string
  /** 张* */
  surname: string
}

/** The commonest surnames of two characters; of any other name the first character is the surname. */
const doubled =
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 长孙 宇文 呼延 独孤 南宫 澹台 淳于'.split(' ')

/**
 * @param number 18 characters in ASCII; zeroed here, so that the plain number does not outlive the call.
 * @param key the key of the day, 32 bytes.
 * @returns null when this is no ID number in form.
 */
export function hashIdentity(number: Uint8Array, nameStart: string, key: Uint8Array): CardIdentity | null {
  try {
    const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
    if (
      number.length !== 18 ||
      !number.subarray(0, 17).every(isDigit) ||
      !(isDigit(number[17] ?? 0) || number[17] === 0x58)
    )
      return null
    const hash = createHmac('sha256', key).update(number).digest('hex')
    const part = (from: number, to: number): string => String.fromCharCode(...number.subarray(from, to))
    const surname = doubled.includes(nameStart.slice(0, 2)) ? nameStart.slice(0, 2) : (nameStart[0] ?? '')
    return { hash, mask: `${part(0, 6)}********${part(14, 18)}`, surname: `${surname}*` }
  } finally {
    number.fill(0)
  }
}
